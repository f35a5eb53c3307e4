package dev.blazon.stats.source.clickhouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Dimension;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.testing.ClickPyStandIn;
import dev.blazon.stats.testing.CollectedRows;
import dev.blazon.stats.testing.Download;
import dev.blazon.stats.testing.SourceUpstreams;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer that is not certainly whole and right is refused, with the reason. */
@Timeout(60)
class ClickHouseFaultsTest {

  private static final Day DAY = Day.of(2026, 3, 22);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-09-28T09:00:00Z"), ZoneOffset.UTC);

  private final Vertx vertx = Vertx.vertx();
  private final CollectedRows rows = new CollectedRows();
  private ClickPyStandIn clickpy;

  @BeforeEach
  void start() {
    clickpy =
        ClickPyStandIn.start(vertx).loaded(DAY.minus(10), DAY.plus(1)).add(Download.leanLspMcp());
  }

  @AfterEach
  void stop() throws Exception {
    clickpy.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  static Stream<Arguments> unusable_bodies() {
    return Stream.of(
        body("it is cut short", right -> right.substring(0, right.length() / 2), "cut short"),
        body("it is empty", right -> "", "cut short"),
        body("it lacks its last brace", right -> right.substring(0, right.length() - 1), "cut"),
        body("text follows", right -> right + "\nnot JSON", "no JSON"),
        body("a line is no JSON", right -> right.replace("[\"lean", "oops [\"lean"), "no JSON"),
        body("it is a page for people", right -> "<html>busy</html>", "no JSON"),
        body("rows are not counted", right -> right.replaceAll("\"rows\":\\d+,", ""), "no number"),
        body(
            "fewer rows than counted",
            right -> right.replaceAll("\"rows\":\\d+", "\"rows\":2"),
            "has 1 rows, but says that it has 2"),
        body(
            "no statistics",
            right -> right.replaceAll("\"statistics\":\\{[^}]*}", "\"statistics\":{}"),
            "how many rows were read"),
        body(
            "the server stopped reading rows",
            right -> right.replaceAll("\"rows_read\":\\d+", "\"rows_read\":1000000000"),
            "read 1000000000 rows, and stops at 1000000000"),
        body(
            "the server stopped reading bytes",
            right -> right.replaceAll("\"bytes_read\":\\d+", "\"bytes_read\":\"50000000001\""),
            "read 50000000001 bytes"),
        body(
            "the server ran out of time",
            right -> right.replaceAll("\"elapsed\":[0-9.]+", "\"elapsed\":60.01"),
            "ran for 60.01 seconds"),
        body(
            "a day is missing",
            right -> right.replaceAll("\"data\":.*,\"rows\":1", "\"data\":[],\"rows\":0"),
            "too short: it lacks lean-lsp-mcp on 2026-03-22"),
        body(
            "a row is repeated",
            right ->
                right.replaceAll("\"data\":\\[(.*)],\"rows\":1", "\"data\":[$1,$1],\"rows\":2"),
            "appears twice: lean-lsp-mcp on 2026-03-22"),
        body("a count is NULL", right -> right.replace("\"377\"", "null"), "a value is null"),
        body("a name is NULL", right -> right.replace("\"0.1.3\"", "null"), "a value is null"),
        body("a count is negative", right -> right.replace("\"377\"", "-377"), "\"-377\""),
        body("a count is a word", right -> right.replace("\"377\"", "\"many\""), "\"many\""),
        body("a count is a fraction", right -> right.replace("\"377\"", "377.5"), "\"377.5\""),
        body("a count is empty", right -> right.replace("\"377\"", "\"\""), "a count is not"),
        body(
            "a count is impossible",
            right -> right.replace("\"377\"", "100000000001"),
            "\"100000000001\""),
        body(
            "a count is beyond 64 bits",
            right -> right.replace("\"377\"", "\"99999999999999999999\""),
            "a count is not"),
        body("a list is short", right -> right.replace(",\"377\"", ""), "different lengths"),
        body("a list has a list", right -> right.replace("\"377\"", "[377]"), "lists in it"),
        body(
            "it is about today",
            right -> right.replace("2026-03-22", "2026-09-28"),
            "about the day \"2026-09-28\""),
        body(
            "it is about no day",
            right -> right.replace("2026-03-22", "2026-02-30"),
            "about the day \"2026-02-30\""),
        body(
            "it is about another project",
            right -> right.replace("lean-lsp-mcp", "fat-lsp-mcp"),
            "\"fat-lsp-mcp\", which was not asked for"),
        body(
            "the query failed midway, within JSON",
            right ->
                right.substring(0, right.length() - 1)
                    + ",\"exception\":\"Code: 999. Coordination::Exception\"}",
            "failed midway"));
  }

  private static Arguments body(String name, UnaryOperator<String> change, String reason) {
    return Arguments.of(name, change, reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unusable_bodies")
  void an_answer_is_malformed_when(String name, UnaryOperator<String> change, String reason) {
    clickpy.garble(
        ClickPyStandIn.VERSIONS,
        right -> {
          String garbled = change.apply(right);
          return garbled.equals(right) ? "the fault did nothing" : garbled;
        });

    assertRefused(Kind.MALFORMED, reason);
  }

  static Stream<Arguments> other_answers() {
    return Stream.of(
        answer(
            "an exception follows status 200",
            (request, right) ->
                ClickPyStandIn.json(request)
                    .end(
                        right.substring(0, 200)
                            + "\nCode: 241. DB::Exception: Memory limit exceeded: (MEMORY_LIMIT)"),
            Kind.UNAVAILABLE,
            "Code: 241. DB::Exception: Memory limit"),
        answer(
            "an exception is in a header only",
            (request, right) ->
                ClickPyStandIn.json(request)
                    .putHeader("X-ClickHouse-Exception-Code", "241")
                    .end(right),
            Kind.UNAVAILABLE,
            "refused the query"),
        answer(
            "the summary in the header is larger",
            (request, right) ->
                ClickPyStandIn.json(request)
                    .putHeader(
                        "X-ClickHouse-Summary",
                        "{\"read_rows\":\"1000000001\",\"read_bytes\":\"8\"}")
                    .end(right),
            Kind.MALFORMED,
            "read 1000000001 rows"),
        answer(
            "the summary is no JSON",
            (request, right) ->
                ClickPyStandIn.json(request).putHeader("X-ClickHouse-Summary", "{").end(right),
            Kind.MALFORMED,
            "unreadable summary"),
        answer(
            "the type is wrong",
            (request, right) ->
                request.response().putHeader("Content-Type", "text/html").end(right),
            Kind.MALFORMED,
            "the type \"text/html\""),
        status(500, "Code: 159. DB::Exception: Timeout exceeded", Kind.UNAVAILABLE, "Code: 159"),
        status(
            500, "Code: 202, e.displayText() = DB::Exception: Too many", Kind.UNAVAILABLE, "202"),
        status(500, "Code: 201. DB::Exception: Quota for user `demo`", Kind.QUOTA, "Code: 201"),
        status(403, "Code: 516. DB::Exception: demo: Authentication failed", Kind.DENIED, "516"),
        status(404, "Code: 60. DB::Exception: Unknown table", Kind.DENIED, "Code: 60"),
        status(500, "Code: 396. DB::Exception: Limit for result", Kind.DENIED, "Code: 396"),
        status(502, "<h1>Bad\ngateway</h1>", Kind.UNAVAILABLE, "status 502: <h1>Bad gateway</h1>"),
        status(401, "who?", Kind.DENIED, "status 401"),
        status(429, "", Kind.UNAVAILABLE, "status 429"),
        status(418, "teapot", Kind.MALFORMED, "status 418: teapot"),
        answer(
            "it redirects",
            (request, right) ->
                request
                    .response()
                    .setStatusCode(302)
                    .putHeader("Location", "http://127.0.0.1:1/other")
                    .end(),
            Kind.MALFORMED,
            "redirects to \"http://127.0.0.1:1/other\""),
        answer(
            "the connection ends within the answer",
            (request, right) -> {
              ClickPyStandIn.json(request).setChunked(true).write(right.substring(0, 100));
              request.connection().close();
            },
            Kind.UNAVAILABLE,
            "closed the connection"),
        answer(
            "it is shorter than announced",
            (request, right) -> {
              ClickPyStandIn.json(request)
                  .putHeader("Content-Length", "100000")
                  .write(right)
                  .onComplete(sent -> request.connection().close());
            },
            Kind.UNAVAILABLE,
            "closed the connection"));
  }

  private static Arguments status(int status, String text, Kind kind, String reason) {
    return answer(
        "status " + status + " and " + text,
        (request, right) -> request.response().setStatusCode(status).end(text),
        kind,
        reason);
  }

  private static Arguments answer(
      String name, BiConsumer<HttpServerRequest, String> fault, Kind kind, String reason) {
    return Arguments.of(name, fault, kind, reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("other_answers")
  void a_query_fails_when(
      String name, BiConsumer<HttpServerRequest, String> fault, Kind kind, String reason) {
    clickpy.answer(ClickPyStandIn.VERSIONS, fault);

    assertRefused(kind, reason);
  }

  @Test
  void a_server_that_never_answers_costs_no_more_than_the_deadline() {
    clickpy.answer(ClickPyStandIn.VERSIONS, (request, right) -> {});

    long begun = System.nanoTime();
    assertRefused(Duration.ofMillis(700), Kind.UNAVAILABLE, "did not answer in time");
    assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(4));
  }

  @Test
  void an_answer_that_drips_costs_no_more_than_the_deadline() {
    clickpy.answer(
        ClickPyStandIn.VERSIONS,
        (request, right) -> {
          ClickPyStandIn.json(request).setChunked(true);
          vertx.setPeriodic(20, timer -> request.response().write(" "));
        });

    long begun = System.nanoTime();
    assertRefused(Duration.ofMillis(700), Kind.UNAVAILABLE, "did not answer in time");
    assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(4));
  }

  @Test
  void a_billion_downloads_are_possible() throws Exception {
    clickpy.garble(ClickPyStandIn.VERSIONS, right -> right.replace("\"377\"", "1000000000"));

    read(Duration.ofSeconds(10));

    assertEquals(1_000_000_000L + 396 - 377, rows.sum().all());
  }

  @Test
  void numbers_of_newer_servers_are_no_texts() throws Exception {
    clickpy.garble(ClickPyStandIn.VERSIONS, right -> right.replaceAll("\"(\\d+)\"(?=[],])", "$1"));

    read(Duration.ofSeconds(10));

    assertEquals(396, rows.sum().all());
  }

  @Test
  void a_server_that_keeps_its_settings_secret_has_the_known_limits() {
    clickpy.answer(
        ClickPyStandIn.SETTINGS,
        (request, right) ->
            request.response().setStatusCode(403).end("Code: 497. DB::Exception: Not enough"));
    clickpy.garble(
        ClickPyStandIn.VERSIONS,
        right -> right.replaceAll("\"rows_read\":\\d+", "\"rows_read\":1000000000"));

    assertRefused(Kind.MALFORMED, "stops at 1000000000");
  }

  @Test
  void a_server_without_limits_may_read_more() throws Exception {
    clickpy.set("max_rows_to_read", "0");
    clickpy.garble(
        ClickPyStandIn.VERSIONS,
        right -> right.replaceAll("\"rows_read\":\\d+", "\"rows_read\":2000000000"));

    read(Duration.ofSeconds(10));

    assertEquals(396, rows.sum().all());
  }

  @Test
  void more_mirrors_than_downloads_are_refused() {
    clickpy.garble(
        ClickPyStandIn.COUNTRIES, right -> right.replace("[\"396\"],[\"15\"]", "[\"3\"],[\"15\"]"));

    SourceException e =
        assertThrows(
            SourceException.class,
            () -> source(Set.of(Dimension.COUNTRY)).readHistory(asked(), days(), LONG, rows));
    assertTrue(e.getMessage().contains("mirrors have more downloads"), e.getMessage());
  }

  private static final Duration LONG = Duration.ofSeconds(10);

  private void assertRefused(Kind kind, String reason) {
    assertRefused(LONG, kind, reason);
  }

  private void assertRefused(Duration within, Kind kind, String reason) {
    SourceException e = assertThrows(SourceException.class, () -> read(within));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
    assertTrue(e.getMessage().startsWith("clickhouse"), e.getMessage());
    assertEquals(kind, e.kind(), e.getMessage());
    assertEquals(0, rows.counts().size(), "nothing of a refused answer may be sent");
  }

  private void read(Duration within) throws Exception {
    source(Set.of()).readHistory(asked(), days(), within, rows);
  }

  private static Set<ProjectName> asked() {
    return Set.of(ProjectName.parse("lean-lsp-mcp").orElseThrow());
  }

  private static DayRange days() {
    return new DayRange(DAY.minus(10), DAY.plus(5));
  }

  private ClickHouseSource source(Set<Dimension> dimensions) {
    return new ClickHouseSource(
        new ClickHouseClient(
            SourceUpstreams.calls(vertx, "clickhouse"),
            ClickHouseAddress.parse(clickpy.url()),
            CLOCK),
        dimensions,
        CLOCK);
  }
}
