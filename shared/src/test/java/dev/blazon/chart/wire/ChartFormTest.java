package dev.blazon.chart.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.ImageFormat;
import dev.blazon.chart.Caption;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.ChartLook.Theme;
import dev.blazon.chart.ChartMark;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.TimeChart;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class ChartFormTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 6, 3);
  private static final ChartLook LOOK = new ChartLook(Theme.AUTO, 800, 400, 1);
  private static final Caption CAPTION = new Caption("title", "note", "description");

  @Property
  void a_chart_is_read_back_equal(@ForAll("requests") ChartRequest request) throws Exception {
    byte[] bytes = ChartForm.encode(request);

    assertEquals(request, ChartForm.decode(bytes));
    assertArrayEquals(bytes, ChartForm.encode(ChartForm.decode(bytes)));
  }

  @Property
  void any_bytes_are_a_chart_or_refused(@ForAll byte[] bytes) {
    readOrRefused(bytes);
  }

  @Property
  void any_damage_is_a_chart_or_refused(
      @ForAll("requests") ChartRequest request, @ForAll int place, @ForAll byte damage) {
    byte[] bytes = ChartForm.encode(request);
    bytes[Math.floorMod(place, bytes.length)] = damage;
    readOrRefused(bytes);
  }

  @Property
  void a_cut_chart_is_refused(@ForAll("requests") ChartRequest request, @ForAll int at) {
    byte[] bytes = ChartForm.encode(request);
    byte[] cut = Arrays.copyOf(bytes, Math.floorMod(at, bytes.length));

    assertThrows(InvalidChartException.class, () -> ChartForm.decode(cut));
  }

  private static void readOrRefused(byte[] bytes) {
    try {
      ChartForm.encode(ChartForm.decode(bytes));
    } catch (InvalidChartException refusal) {
      assertFalse(refusal.getMessage().isEmpty());
    }
  }

  @Test
  void half_a_year_of_eight_lines_takes_few_bytes() {
    ChartLine line = new ChartLine("2.31.0", LongStream.range(100_000, 100_180).toArray());

    byte[] bytes = encode(time(180, Collections.nCopies(8, line)));

    assertTrue(bytes.length < 5_000, bytes.length + " bytes");
  }

  @Test
  void the_largest_chart_fits_into_a_body() throws Exception {
    String name = "n".repeat(ChartExchange.LONGEST_TEXT);
    long[] numbers = new long[ChartExchange.MOST_STARTS];
    Arrays.fill(numbers, ChartExchange.LARGEST_NUMBER);
    List<ChartLine> lines =
        Collections.nCopies(ChartExchange.MOST_LINES, new ChartLine(name, numbers));
    TimeChart chart = time(ChartExchange.MOST_STARTS, lines);

    byte[] bytes = encode(chart);

    assertTrue(bytes.length <= ChartExchange.LONGEST_BODY, bytes.length + " bytes");
    assertEquals(chart, ChartForm.decode(bytes).chart());
  }

  @Test
  void what_is_beyond_a_bound_is_refused_by_its_name() {
    ChartLine line = new ChartLine("", new long[] {1});
    refuses("lines: more than 16", time(1, Collections.nCopies(17, line)));
    refuses("starts: more than 1024", time(1_025, List.of(new ChartLine("", new long[1_025]))));
    refuses(
        "number: more than", time(1, List.of(new ChartLine("", new long[] {Long.MAX_VALUE - 1}))));
    refuses("number: more than", time(1, List.of(new ChartLine("", new long[] {-2}))));
    refuses("name: more than 600", time(1, List.of(new ChartLine("n".repeat(601), new long[1]))));
    refuses("message: more than 600", new MessageChart(CAPTION, "n".repeat(601)));
    refuses(
        "description: more than 4000",
        new MessageChart(new Caption("", "", "d".repeat(4_001)), "words"));
    refuses(
        "bars: more than 64",
        new ShareChart(CAPTION, Collections.nCopies(65, new ShareChart.Bar("", 0)), 0));
    refuses(
        "bars of more than the whole",
        new ShareChart(CAPTION, List.of(new ShareChart.Bar("", 2)), 1));
    refuses("day: more than", timeWith(List.of(new ChartMark(LocalDate.MAX, "")), Set.of()));
    refuses("suspect: more than 0", timeWith(List.of(), Set.of(1)));
  }

  @Test
  void more_pixels_than_fit_into_memory_are_refused() {
    ChartRequest large =
        new ChartRequest(new MessageChart(CAPTION, ""), new ChartLook(Theme.LIGHT, 1_000, 501, 2));

    InvalidChartException refusal =
        assertThrows(InvalidChartException.class, () -> ChartForm.decode(ChartForm.encode(large)));

    assertEquals("scale: more than 1400000 pixels", refusal.getMessage());
  }

  @Test
  void starts_out_of_order_are_refused() {
    TimeChart chart =
        new TimeChart(
            CAPTION,
            TimeChart.Form.LINE,
            TimeChart.Interval.DAY,
            List.of(FIRST, FIRST),
            List.of(new ChartLine("", new long[2])),
            List.of(),
            Set.of());
    refuses("starts out of order", chart);
  }

  @Test
  void a_longer_body_is_refused_unread() {
    InvalidChartException refusal =
        assertThrows(
            InvalidChartException.class,
            () -> ChartForm.decode(new byte[ChartExchange.LONGEST_BODY + 1]));
    assertEquals("a chart of 262145 bytes", refusal.getMessage());
  }

  @Test
  void bytes_after_the_chart_are_refused() {
    byte[] bytes = encode(new MessageChart(CAPTION, "words"));
    assertThrows(
        InvalidChartException.class,
        () -> ChartForm.decode(Arrays.copyOf(bytes, bytes.length + 1)));
  }

  @Test
  void a_path_names_its_format() {
    assertEquals("/v1/chart.svg", ChartExchange.path(ImageFormat.SVG));
    assertEquals(Optional.of(ImageFormat.PNG), ChartExchange.format("/v1/chart.png"));
    assertEquals(Optional.empty(), ChartExchange.format("/v1/chart.gif"));
    assertEquals(Optional.empty(), ChartExchange.format("/v1/badge.svg"));
    assertEquals(Optional.empty(), ChartExchange.format(null));
  }

  private static void refuses(String problem, Chart chart) {
    InvalidChartException refusal =
        assertThrows(InvalidChartException.class, () -> ChartForm.decode(encode(chart)));
    assertTrue(refusal.getMessage().contains(problem), refusal.getMessage());
  }

  private static byte[] encode(Chart chart) {
    return ChartForm.encode(new ChartRequest(chart, LOOK));
  }

  private static TimeChart time(int starts, List<ChartLine> lines) {
    return new TimeChart(
        CAPTION,
        TimeChart.Form.STACKED,
        TimeChart.Interval.DAY,
        IntStream.range(0, starts).mapToObj(FIRST::plusDays).toList(),
        lines,
        List.of(),
        Set.of());
  }

  private static TimeChart timeWith(List<ChartMark> marks, Set<Integer> suspects) {
    return new TimeChart(
        CAPTION,
        TimeChart.Form.LINE,
        TimeChart.Interval.DAY,
        List.of(FIRST),
        List.of(new ChartLine("", new long[1])),
        marks,
        suspects);
  }

  @Provide
  Arbitrary<ChartRequest> requests() {
    return AnyChart.requests();
  }
}
