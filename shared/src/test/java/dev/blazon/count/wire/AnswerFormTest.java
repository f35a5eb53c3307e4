package dev.blazon.count.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Basis;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.count.Rank;
import dev.blazon.count.RankedProject;
import dev.blazon.count.Series;
import dev.blazon.count.Total;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerFormTest {

  private static final String BASIS =
      "{\"first\":20600,\"last\":20601,\"known\":2,\"sources\":[\"files\"],\"measure\":\"all\","
          + "\"breaks\":false}";

  @Property
  void a_total_is_read_back_equal(@ForAll("totals") Total total) throws Exception {
    CountAnswer<Total> answer = new CountAnswer.Counted<>(total);

    assertEquals(answer, AnswerForm.TOTAL.read(AnswerForm.TOTAL.write(answer)));
  }

  @Property
  void a_rank_is_read_back_equal(@ForAll("ranks") Rank rank) throws Exception {
    CountAnswer<Rank> answer = new CountAnswer.Counted<>(rank);

    assertEquals(answer, AnswerForm.RANK.read(AnswerForm.RANK.write(answer)));
  }

  @Property
  void places_are_read_back_equal(@ForAll("tops") List<RankedProject> places) throws Exception {
    CountAnswer<List<RankedProject>> answer = new CountAnswer.Counted<>(places);

    assertEquals(answer, AnswerForm.TOP.read(AnswerForm.TOP.write(answer)));
  }

  @Property
  void a_series_is_read_back_equal(@ForAll("series") Series series) throws Exception {
    assertSame(series, counted(AnswerForm.SERIES, AnswerForm.SERIES.write(of(series))));
  }

  @Property
  void a_ledger_is_read_back_equal(@ForAll("ledgers") Ledger ledger) throws Exception {
    Ledger read = counted(AnswerForm.LEDGER, AnswerForm.LEDGER.write(of(ledger)));

    assertEquals(ledger.entries(), read.entries());
    assertEquals(ledger.breaks(), read.breaks());
  }

  @Property
  void days_without_downloads_are_read_back_equal(@ForAll("ranges") DayRange days)
      throws Exception {
    CountAnswer<Total> answer = new CountAnswer.NoDownloads<>(Optional.of(days));

    assertEquals(answer, AnswerForm.TOTAL.read(AnswerForm.TOTAL.write(answer)));
  }

  @Test
  void downloads_of_which_no_day_is_known_are_read_back_equal() throws Exception {
    CountAnswer<Ledger> answer = new CountAnswer.NoDownloads<>(Optional.empty());

    assertEquals(answer, AnswerForm.LEDGER.read(AnswerForm.LEDGER.write(answer)));
  }

  @ParameterizedTest
  @EnumSource(CountAnswer.Reason.class)
  void a_reason_is_read_back_equal(CountAnswer.Reason reason) throws Exception {
    CountAnswer<Series> answer = new CountAnswer.Unanswered<>(reason);

    assertEquals(answer, AnswerForm.SERIES.read(AnswerForm.SERIES.write(answer)));
  }

  @Test
  void half_a_year_of_two_thousand_versions_takes_less_than_two_bytes_a_number() throws Exception {
    Random random = new Random(1);
    List<Day> days = new DayRange(new Day(20_500), new Day(20_679)).days();
    List<String> versions = IntStream.range(0, 2_000).mapToObj(i -> "1." + i + ".0").toList();
    long[][] downloads = new long[versions.size()][days.size()];
    for (int version = 0; version < versions.size(); version++) {
      for (int day = 0; day < days.size(); day++) {
        boolean popular = version % 20 == 0;
        if (popular || random.nextInt(3) == 0) {
          downloads[version][day] = 1L + random.nextInt(popular ? 100_000 : 10);
        }
      }
    }
    int[] known = new int[days.size()];
    Arrays.fill(known, 1);
    Series series = new Series(days, known, versions, downloads, basis());

    byte[] bytes = AnswerForm.SERIES.write(of(series));

    assertTrue(bytes.length < 2 * versions.size() * days.size(), bytes.length + " bytes");
    assertSame(series, counted(AnswerForm.SERIES, bytes));
  }

  @Test
  void an_unknown_field_of_a_newer_service_is_skipped() throws Exception {
    String json =
        "{\"new\":{\"a\":[1,{}]},\"counted\":{\"x\":[[1]],\"downloads\":3,\"basis\":"
            + BASIS
            + "}}";

    assertEquals(3, counted(AnswerForm.TOTAL, utf8(json)).downloads());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"counted\":",
        "{\"counted\":{}}",
        "{\"counted\":{\"downloads\":3}}",
        "{\"counted\":{\"downloads\":-3,\"basis\":BASIS}}",
        "{\"counted\":{\"downloads\":3.5,\"basis\":BASIS}}",
        "{\"counted\":{\"downloads\":\"3\",\"basis\":BASIS}}",
        "{\"counted\":{\"downloads\":9223372036854775808,\"basis\":BASIS}}",
        "{\"counted\":{\"downloads\":3,\"basis\":BASIS}",
        "{\"counted\":{\"downloads\":3,\"basis\":BASIS}}{}",
        "{\"counted\":{\"downloads\":3,\"basis\":{}}}",
        "{\"none\":[20601,20600]}",
        "{\"none\":[20601]}",
        "{\"none\":[-1,20600]}",
        "{\"none\":[1,2,3]}",
        "{\"unanswered\":\"COMING\"}",
        "{\"unanswered\":3}",
        "<html></html>",
      })
  void what_is_no_total_is_refused(String json) {
    refuses(AnswerForm.TOTAL, json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1,2],\"known\":[1,1],\"lines\":[[\"a\",1]]",
        "[1,2],\"known\":[1,1],\"lines\":[[\"a\",1,2,3]]",
        "[1,2],\"known\":[1,1],\"lines\":[[\"a\",-3]]",
        "[1,2],\"known\":[1,1],\"lines\":[[\"a\",1,-2]]",
        "[1,2],\"known\":[1,1],\"lines\":[[\"a\",-9223372036854775808]]",
        "[1,2],\"known\":[1,1],\"lines\":[[1,2]]",
        "[1,2],\"known\":[1,1],\"lines\":[\"a\"]",
        "[1,2],\"known\":[1]",
        "[1,2],\"known\":[1,-1]",
        "[2,1],\"known\":[1,1]",
        "[1,1],\"known\":[1,1]",
        "[],\"known\":[],\"lines\":[[\"a\"]],\"starts\":[1]",
      })
  void what_is_no_series_is_refused(String parts) {
    refuses(AnswerForm.SERIES, "{\"counted\":{\"starts\":" + parts + ",\"basis\":BASIS}}");
  }

  @Test
  void more_numbers_than_fit_into_memory_are_refused() {
    String times =
        IntStream.range(0, StatsExchange.MOST_TIMES)
            .mapToObj(Integer::toString)
            .reduce((a, b) -> a + "," + b)
            .orElseThrow();
    String line = "[\"a\",-" + StatsExchange.MOST_TIMES + "],";
    String json = "{\"counted\":{\"starts\":[" + times + "],\"lines\":[" + line.repeat(60);

    InvalidAnswerException problem = refuses(AnswerForm.SERIES, json);

    assertTrue(problem.getMessage().contains("a list of more than 50"), problem.getMessage());
  }

  @Test
  void long_lists_and_texts_are_refused() {
    refuses(AnswerForm.TOP, "{\"counted\":[" + "[1,\"a\",1,1],".repeat(1_001));
    refuses(AnswerForm.TOP, "{\"counted\":[[1,\"" + "a".repeat(1_025) + "\",1,1]]}");
    refuses(AnswerForm.TOP, "{\"counted\":" + "[".repeat(100));
    refuses(AnswerForm.TOTAL, " ".repeat(StatsExchange.LONGEST_ANSWER) + "{}");
  }

  @Property
  void a_cut_answer_is_refused(@ForAll("series") Series series, @ForAll double at) {
    byte[] whole = AnswerForm.SERIES.write(of(series));
    int length = (int) (Math.abs(at % 1) * (whole.length - 1));

    assertThrows(
        InvalidAnswerException.class, () -> AnswerForm.SERIES.read(Arrays.copyOf(whole, length)));
  }

  @Property
  void any_damage_is_refused_or_still_an_answer(
      @ForAll("ledgers") Ledger ledger, @ForAll int place, @ForAll byte damage) {
    byte[] bytes = AnswerForm.LEDGER.write(of(ledger));
    bytes[Math.floorMod(place, bytes.length)] = damage;
    try {
      AnswerForm.LEDGER.write(AnswerForm.LEDGER.read(bytes));
    } catch (InvalidAnswerException refusal) {
      assertTrue(!refusal.getMessage().isEmpty());
    }
  }

  @Provide
  Arbitrary<Total> totals() {
    return AnyCounts.totals();
  }

  @Provide
  Arbitrary<Rank> ranks() {
    return AnyCounts.ranks();
  }

  @Provide
  Arbitrary<List<RankedProject>> tops() {
    return AnyCounts.tops();
  }

  @Provide
  Arbitrary<Series> series() {
    return AnyCounts.series();
  }

  @Provide
  Arbitrary<Ledger> ledgers() {
    return AnyCounts.ledgers();
  }

  @Provide
  Arbitrary<DayRange> ranges() {
    return AnyCounts.ranges();
  }

  private static Basis basis() {
    return new Basis(
        new DayRange(new Day(20_500), new Day(20_679)), 180, List.of("files"), Measure.ALL, false);
  }

  private static <T> CountAnswer<T> of(T value) {
    return new CountAnswer.Counted<>(value);
  }

  private static <T> T counted(AnswerForm<T> form, byte[] bytes) throws InvalidAnswerException {
    return ((CountAnswer.Counted<T>) form.read(bytes)).value();
  }

  private static InvalidAnswerException refuses(AnswerForm<?> form, String json) {
    return assertThrows(
        InvalidAnswerException.class, () -> form.read(utf8(json.replace("BASIS", BASIS))));
  }

  private static void assertSame(Series expected, Series read) {
    assertEquals(expected.starts(), read.starts());
    assertArrayEquals(expected.knownDays(), read.knownDays());
    assertEquals(expected.lines(), read.lines());
    assertArrayEquals(expected.downloads(), read.downloads());
    assertEquals(expected.basis(), read.basis());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
