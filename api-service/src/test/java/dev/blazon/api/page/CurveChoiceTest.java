package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveChoiceTest {

  /** What makes no sense is read as if it were not there. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,                                 -,                        ?days=90&interval=day",
        "by=total&days=90,                  -,                        ?days=90&interval=day",
        "by=python,                         ?by=python,               ?by=python&days=90&interval=day",
        "by=nonsense&days=7&interval=hour,  -,                        ?days=90&interval=day",
        "days=all,                          ?days=all,                ?days=all&interval=month",
        "days=all&interval=day,             ?days=all&interval=day,   ?days=all&interval=day",
        "days=180&mirrors=false,            ?days=180&mirrors=false,  ?days=180&interval=day&mirrors=false",
        "mirrors=true&interval=week,        ?interval=week,           ?days=90&interval=week",
        "by=%22%3E%3Cscript%3E&days=%00,    -,                        ?days=90&interval=day",
      })
  void the_query_of_a_page_has_what_is_unusual_and_that_of_a_chart_all(
      String query, String page, String chart) {
    CurveChoice choice = CurveChoice.read(query == null ? Form.EMPTY : Form.parse(query));

    assertEquals(page == null ? "" : page, choice.pageQuery().written());
    assertEquals(chart, choice.chartQuery().written());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "versions=2.*                    | 2.*",
        "versions=2.*%2C+3.0             | 2.*,3.0",
        "versions=2.*&by=python          | 2.*",
        "versions=%3Cb%3E,1.0            | 1.0",
        "versions=(a*)*b                 | ''",
        "versions=1,2,3,4,5,6,7,8,9,10   | 1,2,3,4,5,6,7,8",
        "versions=                       | ''",
      })
  void versions_are_patterns_and_few(String query, String globs) {
    CurveChoice choice = CurveChoice.read(Form.parse(query));

    assertEquals(globs, String.join(",", choice.globs()));
    assertEquals(globs.isEmpty() ? Breakdown.TOTAL : Breakdown.VERSION, choice.by());
  }

  @Property(tries = 300)
  void what_a_url_says_is_read_again(
      @ForAll Breakdown by, @ForAll String versions, @ForAll boolean mirrors, @ForAll int days) {
    Query query =
        new Query()
            .add("by", by.word())
            .add("versions", versions)
            .add("days", Integer.toString(days % 200))
            .add("mirrors", Boolean.toString(mirrors));
    CurveChoice choice = CurveChoice.read(Form.parse(query.written().substring(1)));
    String written = choice.pageQuery().written();

    assertEquals(
        choice,
        CurveChoice.read(written.isEmpty() ? Form.EMPTY : Form.parse(written.substring(1))));
  }
}
