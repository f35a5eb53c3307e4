package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountingBreak;
import dev.blazon.count.CountingRule;
import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayState;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Measure;
import dev.blazon.count.Scope;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the status page says about the counts. */
class CountsStatusTest {

  private static final CountingBreak BREAK =
      new CountingBreak(Day.of(2026, 8, 24), "Since then files only are counted.");

  @ParameterizedTest
  @CsvSource({
    "'',                                           none",
    "2026-08-24,                                   1: 24 August 2026",
    "2026-08-24 2026-08-25 2026-08-26,             3: 24 August 2026 to 26 August 2026",
    "2026-08-24 2026-08-26 2026-08-27,             3: 24 August 2026; 26 August 2026 to 27 August"
        + " 2026",
    "2026-12-31 2027-01-01,                        2: 31 December 2026 to 1 January 2027",
  })
  void days_in_a_row_are_read_as_one(String days, String words) {
    List<Day> all =
        Arrays.stream(days.split(" "))
            .filter(day -> !day.isEmpty())
            .map(day -> Day.parse(day).orElseThrow())
            .toList();

    assertEquals(words, CountsStatus.ranges(all));
  }

  @Test
  void a_flood_of_gaps_is_cut() {
    List<Day> everySecond = IntStream.range(0, 500).mapToObj(i -> new Day(20_000 + 2 * i)).toList();

    String words = CountsStatus.ranges(everySecond);

    assertTrue(words.startsWith("500: ") && words.endsWith("; and so on"), words);
    assertTrue(words.length() < 500, words);
  }

  @Test
  void days_gaps_odd_days_breaks_and_sources_are_shown_without_colours() {
    String page =
        html(
            entry(Day.of(2026, 8, 30), "file", DayState.COMPLETE, Scope.ALL_PROJECTS),
            entry(Day.of(2026, 9, 1), "bigquery", DayState.COMPLETE, Scope.ALL_PROJECTS),
            entry(Day.of(2026, 9, 2), "bigquery", DayState.SUSPECT, Scope.ALL_PROJECTS),
            entry(Day.of(2026, 9, 3), "clickhouse", DayState.COMPLETE, Scope.LISTED_PROJECTS));

    assertTrue(page.contains("<dt>Newest day</dt><dd>2 September 2026</dd>"), page);
    assertTrue(page.contains("<dt>First day</dt><dd>30 August 2026</dd>"), page);
    assertTrue(page.contains("<dt>Days</dt><dd>3</dd>"), page);
    assertTrue(page.contains("<dt>Missing days</dt><dd>1: 31 August 2026</dd>"), page);
    assertTrue(page.contains("<dt>Suspect days</dt><dd>1: 2 September 2026</dd>"), page);
    assertTrue(page.contains("<dd>files of the operator (1 day), BigQuery (2 days)</dd>"), page);
    assertTrue(page.contains("<dd>4 October 2026, 01:30 UTC</dd>"), page);
    assertTrue(page.contains("24 August 2026</strong>: Since then files only"), page);
    assertTrue(page.contains(">■?" + "·".repeat(28) + "</code>"), page);
    assertTrue(page.contains(">" + "·".repeat(29) + "■□</code>"), page);
  }

  @Test
  void days_of_listed_projects_are_shown_if_there_are_no_others() {
    String page =
        html(entry(Day.of(2026, 9, 3), "clickhouse", DayState.COMPLETE, Scope.LISTED_PROJECTS));

    assertTrue(page.contains("that the operator has listed"), page);
    assertTrue(page.contains("<dt>Newest day</dt><dd>3 September 2026</dd>"), page);
  }

  @Test
  void on_demand_there_are_no_days_but_breaks() {
    String page = html();

    assertTrue(page.contains("when somebody first asks"), page);
    assertTrue(page.contains("24 August 2026"), page);
  }

  @ParameterizedTest
  @EnumSource(CountAnswer.Reason.class)
  void a_service_without_an_answer_is_said_in_words(CountAnswer.Reason reason) {
    String page = CountsStatus.of(new CountAnswer.Unanswered<>(reason)).written();

    assertTrue(page.contains("<h2 id=\"counts\">Download counts</h2><p>"), page);
    assertFalse(page.contains(reason.name()), page);
  }

  private static String html(LedgerEntry... entries) {
    return CountsStatus.of(new CountAnswer.Counted<>(new Ledger(List.of(entries), List.of(BREAK))))
        .written();
  }

  private static LedgerEntry entry(Day day, String source, DayState state, Scope scope) {
    return new LedgerEntry(
        day,
        source,
        scope,
        CountingRule.on(day),
        state,
        10,
        new Counts(100, 90),
        0,
        Set.of(Measure.ALL),
        Set.of(),
        Instant.parse("2026-10-04T01:30:00Z"));
  }
}
