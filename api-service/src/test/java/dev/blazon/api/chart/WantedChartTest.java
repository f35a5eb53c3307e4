package dev.blazon.api.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.blazon.api.question.CallQuery;
import dev.blazon.api.question.Looks;
import dev.blazon.api.question.RefusedException;
import dev.blazon.badge.ImageFormat;
import dev.blazon.chart.ChartLook;
import dev.blazon.count.Interval;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WantedChartTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                          | total   | 180 | auto  | ALL             | area
          by=version                  | version | 180 | auto  | ALL             | stacked
          versions=2.*,3.0            | version | 180 | auto  | ALL             | line
          by=version&versions=2.*     | version | 180 | auto  | ALL             | line
          by=python&days=30           | python  | 30  | auto  | ALL             | stacked
          by=system&form=bars         | system  | 180 | auto  | ALL             | bars
          by=installer&form=line      | installer | 180 | auto | ALL            | line
          by=country&days=all         | country | all | auto  | ALL             | stacked
          form=line                   | total   | 180 | auto  | ALL             | line
          interval=week&mirrors=false | total   | 180 | WEEK  | WITHOUT_MIRRORS | area
          mirrors=true&days=90        | total   | 90  | auto  | ALL             | area
          versions=2.*&form=bars      | version | 180 | auto  | ALL             | bars
          """)
  void a_url_says_what_is_drawn(
      String query, String by, String days, String interval, String measure, String form) {
    WantedChart wanted = wanted(query);

    assertEquals("requests", wanted.project().normalized());
    assertEquals(by, wanted.split().by().orElse("total"));
    assertEquals(days, wanted.days().isPresent() ? "" + wanted.days().getAsInt() : "all");
    assertEquals(interval, wanted.interval().map(Interval::name).orElse("auto"));
    assertEquals(measure, wanted.measure().name());
    assertEquals(form, wanted.shape().word());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          by=ci                     | by is 'ci', but must be one of version, python, system, installer, country
          days=7                    | days is '7', but must be one of 30, 90, 180, all
          interval=hour             | interval is 'hour', but must be one of day, week, month
          mirrors=no                | mirrors is 'no', but must be one of true, false
          form=bars                 | form is 'bars', but must be one of area, line
          form=pie&by=version       | form is 'pie', but must be one of stacked, line, bars
          form=area&versions=2.*    | form is 'area', but must be one of line, stacked, bars
          by=python&versions=2.*    | by is 'python together with versions', but must be one of version
          versions=2 3              | versions is '2 3', but must be versions such as 2.31.0 or 2.*, separated by commas, at most 32 of at most 64 characters
          theme=blue                | theme is 'blue', but must be one of auto, light, dark
          width=99                  | width is '99', but must be a number from 200 to 2000
          width=2001                | width is '2001', but must be a number from 200 to 2000
          height=9                  | height is '9', but must be a number from 100 to 1000
          height=4e2                | height is '4e2', but must be a number from 100 to 1000
          scale=4                   | scale is '4', but must be a number from 1 to 3
          days=30&days=90           | days is '30 and 90', but must be given once
          by=%zz                    | the query is 'by=%zz', but must be percent-encoded UTF-8
          """)
  void what_cannot_be_drawn_is_refused_with_what_is_allowed(String query, String message) {
    assertEquals(message, assertThrows(RefusedException.class, () -> wanted(query)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "svg, '',                        AUTO,  800,  400, 1",
    "png, '',                        LIGHT, 800,  400, 1",
    "png, theme=auto,                LIGHT, 800,  400, 1",
    "png, theme=dark&scale=2,        DARK,  800,  400, 2",
    "svg, theme=light&scale=3,       LIGHT, 800,  400, 1",
    "svg, width=400,                 AUTO,  400,  200, 1",
    "svg, width=300,                 AUTO,  300,  200, 1",
    "svg, width=1600,                AUTO,  1600, 480, 1",
    "svg, width=2000&height=1000,    AUTO,  2000, 1000, 1",
    "png, width=1600&height=800,     LIGHT, 1600, 800, 1",
    "svg, height=100,                AUTO,  800,  100, 1",
  })
  void a_url_says_how_it_looks(
      String format, String query, ChartLook.Theme theme, int width, int height, int scale) {
    assertEquals(
        new ChartLook(theme, width, height, scale),
        Looks.read(CallQuery.parse(query), ImageFormat.ofExtension(format).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource({"width=1600&scale=2", "scale=3", "width=2000&height=1000"})
  void a_png_of_too_many_pixels_is_refused(String query) {
    RefusedException refusal =
        assertThrows(
            RefusedException.class, () -> Looks.read(CallQuery.parse(query), ImageFormat.PNG));
    assertEquals(
        List.of("so small that the PNG has at most 1400000 pixels"),
        refusal.refusal().parameter().orElseThrow().allowed());
  }

  private static WantedChart wanted(String query) {
    CallQuery parsed = CallQuery.parse(query);
    return WantedChart.of(
        new ChartUrl("requests", ImageFormat.SVG), parsed, Looks.read(parsed, ImageFormat.SVG));
  }
}
