package dev.blazon.api.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is compared, read from URLs and written into them. */
class CompareQueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          a,b,c                  | a b c
          a b c                  | a b c
          ' a , b ;; c|d+e '     | a b c d e
          requests,httpx,        | requests httpx
          ,,,                    | ''
          ''                     | ''
          Flask,flask,FLASK      | Flask
          zope.interface,zope-interface,Zope__Interface | zope.interface
          -x-,a                  | -x- a
          1,2,3,4,5,6,7,8,9,10   | 1 2 3 4 5 6 7 8
          a,a,a,a,a,a,a,a,a,b    | a b
          """)
  void names_are_separated_by_anything_that_no_name_has(String text, String names) {
    assertEquals(names, String.join(" ", read("projects=" + text.replace("'", "")).names()));
  }

  @Test
  void more_than_eight_are_left_out_and_remembered() {
    CompareQuery query = read("projects=" + numbers(1, 10));

    assertEquals(List.of("9", "10"), query.leftOut());
    assertEquals("projects=1,2,3,4,5,6,7,8", query.written());
  }

  @Test
  void a_flood_of_names_is_cut() {
    CompareQuery query = read("projects=" + numbers(1, 100_000));
    CompareQuery long1 = read("projects=" + "x".repeat(100_000));

    assertEquals(8, query.names().size());
    assertEquals(20, query.leftOut().size());
    assertEquals(256, long1.names().get(0).length());
  }

  @ParameterizedTest
  @CsvSource({
    "projects=a,                                           180, WEEK,  ALL",
    "projects=a&days=30,                                   30,  DAY,   ALL",
    "projects=a&days=90&mirrors=false,                     90,  DAY,   WITHOUT_MIRRORS",
    "projects=a&days=180&interval=day,                     180, DAY,   ALL",
    "projects=a&days=all,                                  all, MONTH, ALL",
    "projects=a&days=all&interval=week,                    all, WEEK,  ALL",
    "projects=a&days=31&interval=hour&mirrors=1,           180, WEEK,  ALL",
    "projects=a&days=-1&interval=DAY&mirrors=FALSE,        180, WEEK,  ALL",
  })
  void what_makes_no_sense_has_its_usual_value(
      String url, String days, String interval, String measure) {
    CompareQuery query = read(url);

    assertEquals(days, query.window().word());
    assertEquals(interval, query.interval().name());
    assertEquals(measure, query.measure().name());
  }

  @ParameterizedTest
  @CsvSource({
    "projects=a;b;days=180;interval=;mirrors=true, projects=a%b, ",
  })
  void usual_values_are_not_written(String form, String written) {
    assertEquals(
        written.replace('%', ','), read(form.replace(";b", ",b").replace(';', '&')).written());
  }

  @Test
  void unusual_values_are_written_and_a_charts_url_names_everything() {
    CompareQuery query = read("projects=a,b&days=30&interval=week&mirrors=false");

    assertEquals("projects=a,b&days=30&interval=week&mirrors=false", query.written());
    assertEquals("/chart/a,b.svg?days=180&interval=week", read("projects=a,-x-,b").chart("svg"));
    assertEquals("projects=b&days=30&interval=week&mirrors=false", query.without("a").written());
    assertTrue(query.has("A") && !query.has("c"));
    assertEquals("projects=a,b,c", read("projects=a,b").and("c").written());
  }

  @Property
  void what_is_written_is_read_as_the_same(@ForAll String text) {
    CompareQuery query = read(Map.of("projects", text));
    String projects = query.written().substring("projects=".length());
    String decoded = java.net.URLDecoder.decode(projects, java.nio.charset.StandardCharsets.UTF_8);

    assertTrue(query.names().size() <= CompareQuery.MOST);
    assertFalse(projects.matches(".*[<>\"'& ].*"), projects);
    if (query.names().stream().noneMatch(name -> name.length() > 200)) {
      assertEquals(query.names(), read(Map.of("projects", decoded)).names());
    }
  }

  private static String numbers(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(","));
  }

  private static CompareQuery read(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      parameters.put(part.substring(0, equals), part.substring(equals + 1));
    }
    return read(parameters);
  }

  private static CompareQuery read(Map<String, String> parameters) {
    return CompareQuery.read(name -> parameters.getOrDefault(name, ""));
  }
}
