package dev.blazon.api.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.badge.ImageFormat;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChartUrlTest {

  @ParameterizedTest
  @CsvSource({
    "/chart/requests.svg,      requests,      SVG",
    "/chart/requests.png,      requests,      PNG",
    "/chart/zope.interface.svg, zope.interface, SVG",
    "/chart/Flask_SQLAlchemy.png, Flask_SQLAlchemy, PNG",
    "/chart/-.svg,             -,             SVG",
  })
  void a_chart_has_a_project_and_a_format(String path, String project, ImageFormat format) {
    assertEquals(Optional.of(new ChartUrl(project, format)), ChartUrl.of(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/chart",
        "/chart/",
        "/chart/requests",
        "/chart/requests.gif",
        "/chart/requests.json",
        "/chart/requests/x.svg",
        "/chart/requests/",
        "/Chart/requests.svg",
        "/version/requests/badge.svg",
        "",
      })
  void other_paths_are_none_of_a_chart(String path) {
    assertEquals(Optional.empty(), ChartUrl.of(path));
  }
}
