package dev.blazon.stats.source.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.corpus.Corpus;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.Delivery;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.testing.CollectedRows;
import dev.blazon.stats.testing.JsonStandIn;
import dev.blazon.stats.testing.SourceUpstreams;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer of pepy with real numbers, older shapes of it, and what it must not be. */
@Timeout(60)
class PepySourceTest {

  private static final String PATH = "/api/v2/projects/lean-lsp-mcp";
  private static final String REAL = Corpus.text("statistics/pepy/v2-lean-lsp-mcp-extract.json");
  private static final DayRange EVER = new DayRange(Day.of(2016, 1, 1), Day.of(2026, 12, 31));
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-12T09:00:00Z"), ZoneOffset.UTC);

  private final Vertx vertx = Vertx.vertx();
  private final CollectedRows rows = new CollectedRows();
  private JsonStandIn pepy;

  @BeforeEach
  void start() {
    pepy = JsonStandIn.start(vertx).document(PATH, REAL);
  }

  @AfterEach
  void stop() throws Exception {
    pepy.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void days_have_versions_and_mirrors_are_not_told_apart() throws Exception {
    Delivery delivery = read("lean_lsp_mcp");

    // The sums are those of pypistats' with_mirrors.
    assertEquals(25828, rows.sum(row -> row.day().equals(Day.of(2026, 6, 28))).all());
    assertEquals(7168, rows.sum(row -> row.day().equals(Day.of(2026, 7, 11))).all());
    assertEquals(
        66443,
        rows.sum(row -> row.version().equals("0.27.0") && row.day().equals(Day.of(2026, 7, 1)))
            .all());
    assertEquals(Set.of(Measure.ALL), delivery.measures());
    assertEquals(new DayRange(Day.of(2026, 6, 28), Day.of(2026, 7, 11)), delivery.days());
    assertEquals("key-of-the-operator", pepy.seen().get(0).apiKey());
  }

  @Test
  void a_day_that_is_not_over_is_left_out() throws Exception {
    pepy.document(PATH, REAL.replace("2026-07-11", "2026-07-12"));

    assertEquals(Day.of(2026, 7, 9), read("lean-lsp-mcp").days().last());
    assertEquals(0, rows.sum(row -> row.day().equals(Day.of(2026, 7, 12))).all());
  }

  @ParameterizedTest
  @CsvSource({"1, 120", "2, 120", "3, 10", "4, 30"})
  void older_shapes_are_read(int number, long sum) throws Exception {
    pepy.document(
        "/api/v2/projects/pepy", Corpus.text("downloads/pepy-api-v2-shape-" + number + ".json"));

    read("pepy");

    assertEquals(sum, rows.sum().all());
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        fault(right -> right.substring(0, 500), "cut short"),
        fault(right -> right.replace("25819", "-25819"), "\"-25819\""),
        fault(right -> right.replace("25819", "null"), "\"null\""),
        fault(right -> right.replace("25819", "{}"), "a count is not a number"),
        fault(right -> right.replace("25819", "99999999999999999999"), "a count is not"),
        fault(right -> right.replace("2026-06-28", "June"), "no date: \"June\""),
        fault(right -> right.replace("2026-06-29", "2026-06-28"), "a day appears twice"),
        fault(right -> right.replace("2026-07-11", "2027-07-11"), "2027-07-11, which is to come"),
        fault(right -> right.replace("\"0.28.0\":12657", "\"0.27.0\":1"), "\"0.27.0\""),
        fault(right -> right.replace("7925648", "\"lots\""), "total_downloads is lots"),
        fault(right -> right.replace("\"id\":\"lean-lsp-mcp\"", "\"id\":\"a\""), "it is about a"),
        fault(right -> right.replace("\"downloads\":{\n", "\"other\":{\n"), "or downloads"));
  }

  private static Arguments fault(UnaryOperator<String> change, String reason) {
    return Arguments.of(change.apply(REAL), reason);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("malformed")
  void an_answer_is_refused_when(String body, String reason) {
    pepy.document(PATH, body);

    assertRefused("lean-lsp-mcp", Kind.MALFORMED, reason);
    assertEquals(0, rows.counts().size());
  }

  @ParameterizedTest
  @CsvSource({"401, DENIED", "429, UNAVAILABLE", "500, UNAVAILABLE"})
  void a_status_means(int status, Kind kind) {
    pepy.answer(PATH, status, "application/json", "{\"detail\":\"no\"}");

    assertRefused("lean-lsp-mcp", kind, "status " + status);
  }

  @Test
  void an_unknown_project_has_no_days() {
    assertRefused("unknown", Kind.NO_SUCH_DAY, "no days of unknown");
  }

  private void assertRefused(String project, Kind kind, String reason) {
    SourceException e = assertThrows(SourceException.class, () -> read(project));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
    assertEquals(kind, e.kind(), e.getMessage());
  }

  private Delivery read(String project) throws Exception {
    PepySource source =
        new PepySource(
            SourceUpstreams.calls(vertx, "pepy"), pepy.url(), "key-of-the-operator", CLOCK);
    return source.readHistory(
        Set.of(ProjectName.parse(project).orElseThrow()), EVER, Duration.ofSeconds(10), rows);
  }
}
