package dev.blazon.stats.source.bigquery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.CountingRule;
import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Dimension;
import dev.blazon.count.Measure;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.Delivery;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.testing.BigQueryStandIn;
import dev.blazon.stats.testing.CollectedRows;
import dev.blazon.stats.testing.SourceUpstreams;
import dev.blazon.testing.MutableClock;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A day of lean-lsp-mcp as our query groups it, and rows that cannot be true. */
@Timeout(60)
class BigQuerySourceTest {

  private static final Day DAY = Day.of(2026, 3, 22);

  private final Vertx vertx = Vertx.vertx();
  private final CollectedRows rows = new CollectedRows();
  private BigQueryStandIn google;

  @BeforeEach
  void start() {
    google = BigQueryStandIn.start(vertx);
  }

  @AfterEach
  void stop() throws Exception {
    google.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void a_day_has_versions_and_all_dimensions_in_both_measures() throws Exception {
    google.then(
        200,
        page(
            row("lean-lsp-mcp", "2026-03-22", "version", "0.1.3", "2", "2"),
            row("lean-lsp-mcp", "2026-03-22", "version", "0.25.0", "6", "0"),
            row("lean-lsp-mcp", "2026-03-22", "version", "0.25.1", "388", "379"),
            row("lean-lsp-mcp", "2026-03-22", "python", "3.12", "381", "381"),
            row("lean-lsp-mcp", "2026-03-22", "python", null, "15", "0"),
            row("lean-lsp-mcp", "2026-03-22", "system", "Linux", "381", "381"),
            row("lean-lsp-mcp", "2026-03-22", "system", null, "15", "0"),
            row("lean-lsp-mcp", "2026-03-22", "installer", "bandersnatch", "6", "0"),
            row("lean-lsp-mcp", "2026-03-22", "installer", "pip", "2", "2"),
            row("lean-lsp-mcp", "2026-03-22", "installer", "uv", "379", "379"),
            row("lean-lsp-mcp", "2026-03-22", "installer", null, "9", "0"),
            row("lean-lsp-mcp", "2026-03-22", "country", "US", "396", "381"),
            row("lean-lsp-mcp", "2026-03-22", "ci", "true", "10", "10"),
            row("lean-lsp-mcp", "2026-03-22", "ci", null, "386", "371")));

    Delivery delivery = read(source(CountingRule.REQUESTS));

    assertEquals(new Counts(396, 381), rows.sum());
    assertEquals(
        Map.of("3.12", new Counts(381, 381), "", new Counts(15, 0)), rows.by(Dimension.PYTHON));
    assertEquals(
        Map.of("true", new Counts(10, 10), "", new Counts(386, 371)), rows.by(Dimension.CI));
    assertEquals(new Counts(9, 0), rows.by(Dimension.INSTALLER).get(""));
    assertEquals(DayRange.of(DAY), delivery.days());
    assertEquals(Set.of(Measure.values()), delivery.measures());
    assertEquals(Set.of(Dimension.values()), delivery.dimensions());
    assertEquals(CountingRule.REQUESTS, delivery.rule().orElseThrow());
  }

  @Test
  void a_null_project_and_a_null_version_reach_the_importer_without_a_name() throws Exception {
    google.then(
        200,
        page(
            row(null, "2026-03-22", "version", "1.0", "7", "7"),
            row("a", "2026-03-22", "version", null, "1", "0")));

    read(source(CountingRule.REQUESTS));

    assertEquals(new Counts(7, 7), rows.sum(row -> row.project().isEmpty()));
    assertEquals(new Counts(1, 0), rows.sum(row -> row.version().isEmpty()));
  }

  @Test
  void listed_projects_and_the_day_are_parameters() throws Exception {
    google.then(200, page(row("a", "2026-03-22", "version", "1", "1", "1")));

    read(source(CountingRule.REQUESTS, "Zope.Interface", "a"));

    JsonObject request = new JsonObject(google.seen().get(0).body());
    JsonArray parameters = request.getJsonArray("queryParameters");
    assertEquals(
        new JsonArray(
            """
            [{"name":"day","parameterType":{"type":"DATE"},"parameterValue":{"value":"2026-03-22"}},
             {"name":"projects","parameterType":{"type":"ARRAY","arrayType":{"type":"STRING"}},
              "parameterValue":{"arrayValues":[{"value":"a"},{"value":"zope-interface"}]}}]
            """),
        parameters);
    String sql = request.getString("query");
    assertTrue(sql.contains("file.project IN UNNEST(@projects)"), sql);
    assertFalse(sql.contains("zope") || sql.contains("2026"), sql);
  }

  @Test
  void all_of_pypi_is_asked_for_without_a_list() throws Exception {
    google.then(200, page(row("a", "2026-03-22", "version", "1", "1", "1")));

    read(source(CountingRule.REQUESTS));

    String sql = new JsonObject(google.seen().get(0).body()).getString("query");
    assertFalse(sql.contains("@projects"), sql);
    assertFalse(sql.contains("filename"), sql);
    assertTrue(sql.contains("IN ('artifactory', 'bandersnatch', 'devpi', 'z3c.pypimirror')"), sql);
  }

  @Test
  void files_alone_can_be_counted_on_days_before_pypi_did() throws Exception {
    google.then(200, page(row("a", "2026-03-22", "version", "1", "1", "1")));

    Delivery delivery = read(source(CountingRule.FILES));

    String sql = new JsonObject(google.seen().get(0).body()).getString("query");
    assertTrue(sql.contains("REGEXP_CONTAINS(file.filename, r'[.](whl|tar[.]gz|zip)$')"), sql);
    assertEquals(CountingRule.FILES, delivery.rule().orElseThrow());
  }

  @Test
  void a_day_that_is_not_over_is_not_asked_for() {
    SourceException e =
        assertThrows(
            SourceException.class,
            () ->
                source(CountingRule.REQUESTS)
                    .readDay(Day.at(new MutableClock().instant()), Duration.ofSeconds(10), rows));

    assertEquals(Kind.NO_SUCH_DAY, e.kind());
    assertEquals(0, google.seen().size());
  }

  @Test
  void a_day_without_rows_is_not_there_yet() {
    google.then(200, page());

    assertRefused(Kind.NO_SUCH_DAY, "has no rows of 2026-03-22");
  }

  static Stream<Arguments> impossible_rows() {
    return Stream.of(
        Arguments.of(row("a", "2026-03-23", "version", "1", "1", "1"), "\"2026-03-23\""),
        Arguments.of(row("a", null, "version", "1", "1", "1"), "the column day is NULL"),
        Arguments.of(row("a", "2026-03-22", null, "1", "1", "1"), "the column dimension is NULL"),
        Arguments.of(row("a", "2026-03-22", "libc", "1", "1", "1"), "a dimension is \"libc\""),
        Arguments.of(row("a", "2026-03-22", "version", "1", null, "1"), "downloads is NULL"),
        Arguments.of(row("a", "2026-03-22", "version", "1", "1", null), "without_mirrors is NULL"),
        Arguments.of(row("a", "2026-03-22", "version", "1", "-1", "-1"), "\"-1\""),
        Arguments.of(row("a", "2026-03-22", "version", "1", "many", "1"), "\"many\""),
        Arguments.of(row("a", "2026-03-22", "version", "1", "1.5", "1"), "\"1.5\""),
        Arguments.of(row("a", "2026-03-22", "version", "1", "1", "2"), "2 downloads without"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("impossible_rows")
  void a_day_is_refused_for_a_row_that_cannot_be_true(JsonObject row, String reason) {
    google.then(200, page(row));

    assertRefused(Kind.MALFORMED, reason);
  }

  @Test
  void a_billion_downloads_are_possible() throws Exception {
    google.then(200, page(row("a", "2026-03-22", "version", "1", "1000000000", "1000000000")));

    read(source(CountingRule.REQUESTS));

    assertEquals(1_000_000_000L, rows.sum().all());
  }

  private void assertRefused(Kind kind, String reason) {
    SourceException e =
        assertThrows(SourceException.class, () -> read(source(CountingRule.REQUESTS)));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
    assertEquals(kind, e.kind());
  }

  private Delivery read(BigQuerySource source) throws Exception {
    return source.readDay(DAY, Duration.ofSeconds(20), rows);
  }

  private BigQuerySource source(CountingRule rule, String... projects) {
    MutableClock clock = new MutableClock();
    BigQueryClient client =
        new BigQueryClient(
            SourceUpstreams.calls(vertx, "bigquery"),
            google.url(),
            ServiceAccount.parse(google.credentials()),
            1_000_000,
            "US",
            clock,
            time -> {});
    Set<ProjectName> names =
        Stream.of(projects)
            .map(name -> ProjectName.parse(name).orElseThrow())
            .collect(Collectors.toSet());
    return new BigQuerySource(client, names, rule, clock);
  }

  private static JsonObject row(String... cells) {
    JsonArray all = new JsonArray();
    for (String cell : cells) {
      all.add(new JsonObject().put("v", cell));
    }
    return new JsonObject().put("f", all);
  }

  private static String page(JsonObject... rows) {
    JsonArray fields = new JsonArray();
    DayQuery.COLUMNS.forEach(
        name -> fields.add(new JsonObject().put("name", name).put("type", "STRING")));
    JsonArray all = new JsonArray();
    Stream.of(rows).forEach(all::add);
    return new JsonObject()
        .put("jobComplete", true)
        .put("schema", new JsonObject().put("fields", fields))
        .put("jobReference", new JsonObject().put("jobId", "job_1").put("location", "US"))
        .put("totalRows", Integer.toString(rows.length))
        .put("rows", all)
        .encode();
  }
}
