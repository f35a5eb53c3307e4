package dev.blazon.count.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuestionUrlTest {

  private static final String TOTAL = "project=requests&window=month&measure=all";
  private static final String SERIES =
      "project=requests&from=2026-01-01&to=2026-02-01&interval=day&measure=all";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/total?project=requests&window=month&measure=all",
        "/v1/total?project=requests&window=all&measure=without_mirrors&version=2.*&version=3.%3F",
        "/v1/total?project=requests&window=day&measure=all&python=3.12",
        "/v1/total?project=requests&window=day&measure=all&ci=",
        "/v1/series?project=a&from=2026-01-01&to=2026-01-01&interval=day&measure=all",
        "/v1/series?project=a&from=2026-01-01&to=2026-02-01&interval=week&measure=all&by=version",
        "/v1/series?project=a&from=2026-01-01&to=2026-02-01&interval=month&measure=all&by=version&version=2.*",
        "/v1/series?project=a&from=2026-01-01&to=2026-02-01&interval=month&measure=all&by=country",
        "/v1/rank?project=requests&window=week&measure=all",
        "/v1/top?list=growing&measure=without_mirrors&places=1000",
        "/v1/ledger",
      })
  void a_question_has_one_url(String uri) throws Exception {
    assertEquals(uri, read(uri).uri());
  }

  @Test
  void a_project_is_written_in_its_normal_form() throws Exception {
    assertEquals(
        "/v1/rank?project=zope-interface&window=all&measure=all",
        read("/v1/rank?project=Zope.Interface&window=all&measure=all").uri());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/v1/total?window=all&measure=all; project is missing; the name of a project",
        "/v1/total?project=-a-&window=all&measure=all; project: \"-a-\"; the name of a project",
        "/v1/total?project=a&measure=all; window is missing; day, week, month, all",
        "/v1/total?project=a&window=year&measure=all; window: \"year\"; day, week, month, all",
        "/v1/total?project=a&window=day&measure=ALL; measure: \"ALL\"; all, without_mirrors",
        "/v1/total?project=a&project=b&window=day&measure=all; project: \"b\"; one value only",
        "/v1/total?project=a&window=day&measure=all&days=3; days: \"3\"; only the parameters",
        "/v1/total?project=a&window=day&measure=all&version=1&python=3; python: \"3\"; only the",
        "/v1/total?project=a&window=day&measure=all&python=3&ci=true; ci: \"true\"; only the",
        "/v1/total?project=%zz&window=day&measure=all; project: \"%zz\"; percent-encoded UTF-8",
        "/v1/series?project=a&from=1&to=2026-01-01&interval=day&measure=all; from: \"1\"; a day, as"
            + " in",
        "/v1/series?project=a&from=1969-12-31&to=2026-01-01&interval=day&measure=all; from:"
            + " \"1969-12-31\"; a day",
        "/v1/series?project=a&from=2026-01-02&to=2026-01-01&interval=day&measure=all; to:"
            + " \"2026-01-01\"; no day before from",
        "/v1/series?project=a&from=2026-01-01&to=2026-01-02&interval=year&measure=all; interval:"
            + " \"year\"; day, week, month",
        "/v1/series?project=a&from=2026-01-01&to=2026-01-02&interval=day&measure=all&by=os; by:"
            + " \"os\"; version, python, system",
        "/v1/series?project=a&from=2026-01-01&to=2026-01-02&interval=day&measure=all&version=1;"
            + " version: \"1\"; only the",
        "/v1/rank?project=a&window=day&measure=all&version=1; version: \"1\"; only the parameters",
        "/v1/top?list=best&measure=all&places=3; list: \"best\"; day, week, month, all, growing,"
            + " risen",
        "/v1/top?list=day&measure=all&places=0; places: \"0\"; from 1 to 1000",
        "/v1/top?list=day&measure=all&places=1001; places: \"1001\"; from 1 to 1000",
        "/v1/top?list=day&measure=all&places=ten; places: \"ten\"; from 1 to 1000",
        "/v1/ledger?day=1; day: \"1\"; no parameter",
      })
  void a_refusal_names_the_parameter_its_value_and_what_is_allowed(
      String uri, String named, String allowed) {
    String refusal = assertThrows(InvalidQuestionException.class, () -> read(uri)).getMessage();

    assertTrue(refusal.startsWith(named), refusal);
    assertTrue(refusal.contains("allowed: "), refusal);
    assertTrue(refusal.contains(allowed), refusal);
  }

  @Test
  void a_hundred_patterns_are_allowed_and_fit_into_a_url() throws Exception {
    String most = "&version=12.34.*".repeat(StatsExchange.MOST_GLOBS);

    String uri = read("/v1/total?" + TOTAL + most).uri();

    assertTrue(uri.length() < StatsExchange.LONGEST_URL);
    assertThrows(
        InvalidQuestionException.class, () -> read("/v1/total?" + TOTAL + most + "&version=1"));
    assertThrows(
        InvalidQuestionException.class,
        () -> read("/v1/series?" + SERIES + "&by=version" + most + "&version=1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/totals", "/v1/", "/v2/total", "/total", "/v1/total/", ""})
  void other_paths_are_no_questions(String path) {
    assertFalse(QuestionUrl.isAt(path));
  }

  @Property
  void any_question_is_read_back_equal(@ForAll("questions") Question question) throws Exception {
    assertEquals(question, read(question.uri()));
  }

  @Property
  void any_query_is_a_question_or_refused_in_one_line(@ForAll("queries") String query) {
    try {
      Question question = QuestionUrl.read("/v1/series", query);
      assertEquals(question, read(question.uri()));
    } catch (InvalidQuestionException refusal) {
      assertTrue(refusal.getMessage().matches("[ -~]{1,300}"), refusal.getMessage());
    }
  }

  @Provide
  Arbitrary<Question> questions() {
    return AnyCounts.questions();
  }

  @Provide
  Arbitrary<String> queries() {
    Arbitrary<String> names =
        Arbitraries.of("project", "from", "to", "interval", "measure", "by", "version", "\n");
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.strings().all().ofMaxLength(90),
            Arbitraries.of("a", "2026-01-01", "day", "all", "version", "%41", "%", "+"));
    Arbitrary<String> wild =
        Combinators.combine(names, values)
            .as((name, value) -> name + "=" + value)
            .list()
            .ofMaxSize(8)
            .map(pairs -> String.join("&", pairs));
    return Arbitraries.oneOf(wild, wild.map(query -> SERIES + "&" + query));
  }

  private static Question read(String uri) throws InvalidQuestionException {
    int mark = uri.indexOf('?');
    String path = mark < 0 ? uri : uri.substring(0, mark);
    assertTrue(QuestionUrl.isAt(path), path);
    return QuestionUrl.read(path, mark < 0 ? "" : uri.substring(mark + 1));
  }
}
