package dev.blazon.api.usage.call;

import static dev.blazon.api.usage.StubUsage.row;
import static dev.blazon.api.usage.StubUsage.table;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.question.CallQuery;
import dev.blazon.api.question.RefusedException;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.TimeChart;
import dev.blazon.usage.UsageTable;
import dev.blazon.usage.UsageTable.Row;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One table as JSON, as CSV and as a chart. */
final class CountFormsTest {

  private static final String WEEKS =
      "group_by=python$minor&from=2026-06-01&interval=week&distinct=hosts";

  /** Python versions by week, hosts counted once; the second week has none. */
  private static final UsageTable WEEKLY =
      table(
          99,
          0,
          row("2026-06-01", 40, 5, "3.12"),
          row("2026-06-01", 20, 2, "3.9"),
          row("2026-06-15", 30, 6, "3.12"),
          row("2026-06-15", 9, 1, "3.9"));

  @Test
  void several_paths_are_nested_in_their_order() {
    assertEquals(
        """
        {
          "counts": {
            "2": {
              "Linux": 1
            },
            "3": {
              "Darwin": 2,
              "Linux": 7
            }
          },
          "grouped_by": [
            "python$version_info$0",
            "uname$system"
          ],
          "grouped_key_count": 3,
          "record_count": 10,
          "source": "reports"
        }
        """,
        CountJson.of(
            counted(
                "group_by=python$version_info$0,uname$system",
                table(10, 0, row(7, "3", "Linux"), row(2, "3", "Darwin"), row(1, "2", "Linux")))));
  }

  @Test
  void weeks_are_a_series_of_counts() {
    assertEquals(
        """
        {
          "distinct": "hosts",
          "grouped_by": "python$minor",
          "grouped_key_count": 4,
          "interval": "week",
          "record_count": 99,
          "series": [
            {
              "counts": {
                "3.12": 5,
                "3.9": 2
              },
              "start": "2026-06-01"
            },
            {
              "counts": {
                "3.12": 6,
                "3.9": 1
              },
              "start": "2026-06-15"
            }
          ],
          "source": "reports"
        }
        """,
        CountJson.of(counted(WEEKS, WEEKLY)));
  }

  @Test
  void hours_have_their_time() {
    Counted hours = counted("interval=hour", table(4, 0, row("2026-06-01", 4, 1)));

    assertTrue(CountJson.of(hours).contains("\"start\": \"2026-06-01T00:00:00Z\""));
    assertEquals("start,reports\r\n2026-06-01T00:00:00Z,4\r\n", CountCsv.of(hours));
  }

  @Test
  void weeks_are_rows_of_a_spreadsheet() {
    assertEquals(
        """
        start,python$minor,hosts\r
        2026-06-01,3.12,5\r
        2026-06-01,3.9,2\r
        2026-06-15,3.12,6\r
        2026-06-15,3.9,1\r
        """,
        CountCsv.of(counted(WEEKS, WEEKLY)));
  }

  @Test
  void strangers_values_are_texts_in_json_and_no_formulas_in_csv() {
    Counted hostile =
        counted("group_by=package", table(2, 0, row(1, "\"\n\u2028<"), row(1, "=cmd()")));

    assertTrue(CountJson.of(hostile).contains("\"\\\"\\n\u2028<\": 1"), CountJson.of(hostile));
    assertTrue(CountCsv.of(hostile).contains("'=cmd(),1"), CountCsv.of(hostile));
  }

  @Test
  void hosts_over_time_are_lines_with_a_zero_for_a_week_without_reports() {
    TimeChart chart = assertInstanceOf(TimeChart.class, chart(WEEKS, WEEKLY));

    assertEquals(TimeChart.Form.LINE, chart.form());
    assertEquals("[2026-06-01, 2026-06-08, 2026-06-15]", chart.starts().toString());
    assertEquals(List.of("3.12", "3.9"), chart.lines().stream().map(ChartLine::name).toList());
    assertArrayEquals(new long[] {5, 0, 6}, chart.lines().get(0).numbers());
    assertEquals("Hosts a week by Python version", chart.caption().title());
  }

  @Test
  void reports_over_time_are_a_stack_in_the_order_of_names() {
    TimeChart chart =
        assertInstanceOf(TimeChart.class, chart("group_by=python$minor&interval=week", WEEKLY));

    assertEquals(TimeChart.Form.STACKED, chart.form());
    assertEquals(List.of("3.9", "3.12"), chart.lines().stream().map(ChartLine::name).toList());
  }

  @Test
  void shares_are_a_pie_whose_smallest_parts_are_one() {
    Row[] rows = IntStream.range(0, 20).mapToObj(i -> row(100 - i, "v" + i)).toArray(Row[]::new);

    ShareChart chart =
        assertInstanceOf(ShareChart.class, chart("group_by=package", table(2_000, 0, rows)));

    assertEquals(ShareChart.Form.PIE, chart.form());
    assertEquals(8, chart.bars().size());
    assertEquals("other", chart.bars().get(7).name());
    assertEquals(chart.total(), chart.bars().stream().mapToLong(ShareChart.Bar::number).sum());
  }

  @Test
  void nothing_is_said_in_words() {
    assertInstanceOf(MessageChart.class, chart("group_by=package", table(0, 0)));
    assertInstanceOf(MessageChart.class, chart("interval=day", table(3, 3)));
  }

  @Test
  void more_stretches_than_a_picture_has_are_refused() {
    UsageTable sixteenYears = table(2, 0, row("2010-01-01", 1, 1), row("2026-06-01", 1, 1));

    RefusedException refused =
        assertThrows(RefusedException.class, () -> chart("interval=day", sixteenYears));

    assertEquals("interval", refused.refusal().parameter().orElseThrow().name());
  }

  private static Chart chart(String query, UsageTable table) {
    return CountChart.of(counted(query, table), CallQuery.parse(query));
  }

  private static Counted counted(String query, UsageTable table) {
    return new Counted(CountCall.read(CallQuery.parse(query)), table);
  }
}
