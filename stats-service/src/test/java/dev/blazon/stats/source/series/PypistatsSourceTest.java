package dev.blazon.stats.source.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.corpus.Corpus;
import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Dimension;
import dev.blazon.count.Measure;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.Delivery;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.testing.CollectedRows;
import dev.blazon.stats.testing.JsonStandIn;
import dev.blazon.stats.testing.SourceUpstreams;
import dev.blazon.upstream.RateLimit;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
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

/** Real series of pypistats, and what they must not be. */
@Timeout(60)
class PypistatsSourceTest {

  private static final String OVERALL = "/api/packages/lean-lsp-mcp/overall";
  private static final String REAL =
      Corpus.text("statistics/pypistats/lean-lsp-mcp-overall-extract.json");
  private static final Day FIRST = Day.of(2026, 6, 28);
  private static final Day LAST = Day.of(2026, 7, 11);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-12T09:00:00Z"), ZoneOffset.UTC);

  private final Vertx vertx = Vertx.vertx();
  private final CollectedRows rows = new CollectedRows();
  private JsonStandIn pypistats;

  @BeforeEach
  void start() {
    pypistats = JsonStandIn.start(vertx).document(OVERALL, REAL);
  }

  @AfterEach
  void stop() throws Exception {
    pypistats.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void a_series_has_totals_in_both_measures() throws Exception {
    Delivery delivery = read("Lean_LSP.MCP", Set.of());

    assertEquals(new Counts(25828, 25819), rows.sum(row -> row.day().equals(FIRST)));
    assertEquals(new Counts(147183, 147092), rows.sum());
    assertTrue(rows.counts().stream().allMatch(row -> row.version().isEmpty()));
    assertEquals(new DayRange(LAST.minus(179), LAST), delivery.days());
    assertEquals(Set.of(Measure.values()), delivery.measures());
    assertEquals(1, pypistats.seen().size());
  }

  @Test
  void mirrors_belong_to_the_category_without_a_name() throws Exception {
    pypistats
        .document(
            "/api/packages/mcp/system",
            Corpus.text("statistics/pypistats/mcp-system-2026-03-29.json"))
        .document(
            "/api/packages/mcp/overall",
            """
            {"data":[{"category":"with_mirrors","date":"2026-03-29","downloads":4100000},
            {"category":"without_mirrors","date":"2026-03-29","downloads":4090842}],
            "package":"mcp","type":"overall_downloads"}
            """);

    read("mcp", Set.of(Dimension.SYSTEM));

    assertEquals(
        Map.of(
            "Darwin", new Counts(63655, 63655),
            "Linux", new Counts(3952748, 3952748),
            "Windows", new Counts(70483, 70483),
            "other", new Counts(365, 365),
            "", new Counts(3591 + 9158, 3591)),
        rows.by(Dimension.SYSTEM));
    assertEquals(
        rows.sum(), rows.by(Dimension.SYSTEM).values().stream().reduce(Counts.ZERO, Counts::plus));
  }

  @Test
  void an_unknown_project_has_no_days() {
    assertRefused("unknown", Kind.NO_SUCH_DAY, "no days of unknown");
  }

  @Test
  void days_that_it_does_not_keep_are_not_delivered() throws Exception {
    SourceException e =
        assertThrows(
            SourceException.class,
            () ->
                source(Set.of())
                    .readHistory(
                        names("lean-lsp-mcp"),
                        new DayRange(LAST.minus(400), LAST.minus(200)),
                        Duration.ofSeconds(10),
                        rows));

    assertEquals(Kind.NO_SUCH_DAY, e.kind());
    assertEquals(0, rows.counts().size());
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        fault(right -> right.substring(0, 300), "cut short"),
        fault(right -> "429 RATE LIMIT EXCEEDED", "a JSON object is needed"),
        fault(right -> right.replace("25828", "-1"), "\"-1\""),
        fault(right -> right.replace("25828", "\"many\""), "\"many\""),
        fault(right -> right.replace("25828", "null"), "a count is null"),
        fault(right -> right.replace("25828", "2.5"), "\"2.5\""),
        fault(right -> right.replace("25828", "3"), "25819 downloads without mirrors among 3"),
        fault(right -> right.replace("\"date\":\"2026-06-28\",", ""), "lacks category, date"),
        fault(right -> right.replace("2026-06-28", "yesterday"), "no date: \"yesterday\""),
        fault(right -> right.replace("2026-06-29", "2026-06-28"), "2026-06-28 has \"with"),
        fault(right -> right.replace("2026-07-11", "2026-07-12"), "2026-07-12, which is not over"),
        fault(
            right -> right.replace("\"lean-lsp-mcp\"", "\"other\""), "overall_downloads of other"),
        fault(right -> right.replace("overall_d", "system_d"), "it is about system_downloads"),
        fault(right -> "{\"data\":[]}", "lacks data, package or type"));
  }

  private static Arguments fault(UnaryOperator<String> change, String reason) {
    return Arguments.of(change.apply(REAL), reason);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("malformed")
  void an_answer_is_refused_when(String body, String reason) {
    pypistats.document(OVERALL, body);

    assertRefused("lean-lsp-mcp", Kind.MALFORMED, reason);
  }

  @ParameterizedTest
  @CsvSource({
    "429, UNAVAILABLE",
    "503, UNAVAILABLE",
    "500, UNAVAILABLE",
    "403, DENIED",
    "418, MALFORMED"
  })
  void a_status_means(int status, Kind kind) {
    pypistats.answer(OVERALL, status, "text/plain", "sorry");

    assertRefused("lean-lsp-mcp", kind, "status " + status + ": sorry");
  }

  @Test
  void another_type_is_refused() {
    pypistats.answer(OVERALL, 200, "text/html", REAL);

    assertRefused("lean-lsp-mcp", Kind.MALFORMED, "the type is \"text/html\"");
  }

  @Test
  void a_request_that_would_exceed_the_rate_is_not_sent() throws Exception {
    RateLimit limit = new RateLimit(CLOCK).and(1, Duration.ofMinutes(1));
    PypistatsSource source =
        new PypistatsSource(
            SourceUpstreams.calls(vertx, "pypistats", limit), pypistats.url(), Set.of(), CLOCK);
    source.readHistory(names("lean-lsp-mcp"), days(), Duration.ofSeconds(10), rows);

    SourceException e =
        assertThrows(
            SourceException.class,
            () -> source.readHistory(names("lean-lsp-mcp"), days(), Duration.ofSeconds(10), rows));

    assertEquals(Kind.UNAVAILABLE, e.kind());
    assertTrue(e.getMessage().contains("leaves no turn in time"), e.getMessage());
    assertEquals(1, pypistats.seen().size());
  }

  private void assertRefused(String project, Kind kind, String reason) {
    SourceException e = assertThrows(SourceException.class, () -> read(project, Set.of()));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
    assertEquals(kind, e.kind(), e.getMessage());
  }

  private Delivery read(String project, Set<Dimension> dimensions) throws Exception {
    return source(dimensions).readHistory(names(project), days(), Duration.ofSeconds(10), rows);
  }

  private PypistatsSource source(Set<Dimension> dimensions) {
    return new PypistatsSource(
        SourceUpstreams.calls(vertx, "pypistats"), pypistats.url(), dimensions, CLOCK);
  }

  private static DayRange days() {
    return new DayRange(Day.of(2016, 1, 1), Day.of(2026, 12, 31));
  }

  private static Set<ProjectName> names(String project) {
    return Set.of(ProjectName.parse(project).orElseThrow());
  }
}
