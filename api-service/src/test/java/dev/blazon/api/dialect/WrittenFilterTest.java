package dev.blazon.api.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.lookup.DownloadsKey;
import dev.blazon.count.Dimension;
import dev.blazon.count.Filter;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenFilterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                      | all",
        "version=                | all",
        "version=latest          | all",
        "style=flat              | all",
        "version=2.*             | version 2.*",
        "version=3.*,2.*         | version 2.* 3.*",
        "version=2.%2A%2C%201.4  | version 1.4 2.*",
        "version=1!2.0%2Blocal   | version 1!2.0+local",
        "version=2004d           | version 2004d",
        "version=*               | version *",
        "version=latest&python=3.12 | python 3.12",
        "python=3.12             | python 3.12",
        "python=2.7              | python 2.7",
        "installer=uv            | installer uv",
        "installer=z3c.pypimirror| installer z3c.pypimirror",
        "system=Linux            | system Linux",
        "system=linux            | system linux",
        "version=2.*,            | invalid query parameter: version",
        "version=2%2F..          | invalid query parameter: version",
        "version=%3E%3D2         | invalid query parameter: version",
        "version=1,2,3,4,5,6,7,8,9 | invalid query parameter: version",
        "python=3                | invalid query parameter: python",
        "python=3.12.1           | invalid query parameter: python",
        "python=.12              | invalid query parameter: python",
        "python=3.x              | invalid query parameter: python",
        "installer=%3Cb%3E       | invalid query parameter: installer",
        "system=L%C3%ADnux       | invalid query parameter: system",
        "version=2.*&python=3.12 | one query parameter only: version, python",
        "system=Linux&installer=uv&version=1 | one query parameter only: version, installer,"
            + " system",
      })
  void is_read_from_the_query(String query, String expected) {
    WrittenFilter written = WrittenFilter.of(Parameters.parse(query));

    assertEquals(expected, written.filter().map(WrittenFilterTest::text).orElse(written.problem()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/download/x/badge.svg",
        "/d/x/badge.png",
        "/download-total/x/badge.svg",
        "/pypi/dm/x",
        "/pepy/dt/x",
        "/badge/x/month",
        "/personalized-badge/x",
        "/badgen/pypi/dw/x"
      })
  void is_known_to_every_download_badge(String path) {
    assertEquals(
        Optional.of(new Filter.Category(Dimension.INSTALLER, "uv")),
        filter(path + "?installer=uv"));
    assertEquals(Optional.of(Filter.NONE), filter(path));
    assertTrue(
        Reading.summary(path + "?python=x").contains("|invalid query parameter: python|red"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/version/x/badge.svg?python=x", "/pypi/v/x?installer=%3C"})
  void means_nothing_to_other_badges(String url) {
    assertEquals("version x", Reading.summary(url));
  }

  @Property
  void is_a_filter_or_a_problem_whatever_is_written(@ForAll String value) {
    for (String name : List.of("version", "python", "installer", "system")) {
      WrittenFilter written = WrittenFilter.of(Parameters.parse(name + "=" + value));
      assertEquals(written.filter().isEmpty(), !written.problem().isEmpty());
    }
  }

  private static Optional<Filter> filter(String url) {
    return Reading.read(url)
        .map(BadgeRequest::subject)
        .map(subject -> (Subject.Facts<?>) subject)
        .map(facts -> (DownloadsKey) facts.key())
        .map(key -> key.query().filter());
  }

  private static String text(Filter filter) {
    if (filter instanceof Filter.Versions versions) {
      return "version " + String.join(" ", versions.globs());
    }
    return filter instanceof Filter.Category category
        ? category.dimension().word() + " " + category.value()
        : "all";
  }
}
