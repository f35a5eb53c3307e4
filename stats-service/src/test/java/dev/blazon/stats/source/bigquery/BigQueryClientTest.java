package dev.blazon.stats.source.bigquery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.corpus.Corpus;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.source.remote.Deadline;
import dev.blazon.stats.testing.BigQueryStandIn;
import dev.blazon.stats.testing.SourceUpstreams;
import dev.blazon.testing.MutableClock;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Two linked pages of a real shape, and what goes wrong with them. */
@Timeout(60)
class BigQueryClientTest {

  private static final List<String> COLUMNS =
      List.of("project", "version", "downloads", "pip_downloads");
  private static final String FIRST = fixture("queryResponse-page1.json");
  private static final String SECOND = fixture("getQueryResults-page2.json");
  private static final String INCOMPLETE = fixture("queryResponse-jobIncomplete.json");

  private final Vertx vertx = Vertx.vertx();
  private final MutableClock clock = new MutableClock();
  private final List<List<Optional<String>>> rows = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private BigQueryStandIn google;
  private BigQueryClient client;

  @BeforeEach
  void start() {
    google = BigQueryStandIn.start(vertx);
    client =
        new BigQueryClient(
            SourceUpstreams.calls(vertx, "bigquery"),
            google.url(),
            ServiceAccount.parse(google.credentials()),
            300_000_000_000L,
            "US",
            clock,
            pauses::add);
  }

  @AfterEach
  void stop() throws Exception {
    google.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void a_result_is_read_page_by_page() throws Exception {
    google.then(200, FIRST).then(200, SECOND);

    assertEquals(4, run());

    assertEquals(
        List.of(
            row("lean-lsp-mcp", "0.25.0", "6", "0"),
            row("lean-lsp-mcp", "0.25.1", "388", "2"),
            row("lean-lsp-mcp", "0.1.3", "2", "0"),
            List.of(
                Optional.of("lean-lsp-mcp"), Optional.empty(), Optional.of("1"), Optional.of("0"))),
        rows);
    assertEquals(
        "/bigquery/v2/projects/test-project/queries/job_ocd3cb-N62QIslU7R5qKKa2_427J"
            + "?location=US&maxResults=50000&timeoutMs=10000"
            + "&pageToken=BGVMME5IOQAQAAASAUIIBAEAAUNAICABCABSB77777777777757SUAA%3D",
        google.seen().get(1).target());
  }

  @Test
  void a_query_has_a_limit_of_costs_and_is_no_legacy_sql() throws Exception {
    google.then(200, FIRST).then(200, SECOND);

    run();

    JsonObject request = new JsonObject(google.seen().get(0).body());
    assertEquals("POST", google.seen().get(0).method());
    assertEquals("/bigquery/v2/projects/test-project/queries", google.seen().get(0).target());
    assertEquals(false, request.getBoolean("useLegacySql"));
    assertEquals("300000000000", request.getString("maximumBytesBilled"));
    assertEquals("US", request.getString("location"));
    assertEquals("SELECT 1", request.getString("query"));
    assertTrue(request.getString("requestId").length() >= 32);
  }

  @Test
  void a_query_that_runs_longer_is_asked_for_again() throws Exception {
    google.then(200, INCOMPLETE).then(200, INCOMPLETE).then(200, FIRST).then(200, SECOND);

    assertEquals(4, run());

    assertTrue(google.seen().get(1).target().contains("/queries/job_abc?location=US&"));
    assertTrue(google.seen().get(3).target().contains("/queries/job_abc?location=US&"));
  }

  @Test
  void a_query_that_never_ends_ends_with_the_deadline() {
    for (int i = 0; i < 200; i++) {
      google.then(
          request ->
              vertx
                  .timer(50, TimeUnit.MILLISECONDS)
                  .onComplete(done -> request.response().end(INCOMPLETE)));
    }

    assertRefused(Duration.ofMillis(700), Kind.UNAVAILABLE, "took longer than 700 ms");
  }

  @Test
  void a_token_is_signed_and_used_until_shortly_before_it_ends() throws Exception {
    for (int i = 0; i < 3; i++) {
      google.then(200, FIRST).then(200, SECOND);
    }

    run();
    clock.advance(Duration.ofMinutes(57));
    run();
    clock.advance(Duration.ofMinutes(2));
    run();

    assertEquals(2, google.tokenRequests().size());
    assertEquals("Bearer token-1", google.seen().get(3).authorization());
    assertEquals("Bearer token-2", google.seen().get(4).authorization());
    assertSigned(google.tokenRequests().get(0).body());
  }

  private void assertSigned(String form) throws Exception {
    String prefix = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=";
    assertTrue(form.startsWith(prefix), form);
    String[] parts = form.substring(prefix.length()).split("\\.", -1);
    Base64.Decoder base64 = Base64.getUrlDecoder();
    JsonObject header = new JsonObject(new String(base64.decode(parts[0]), StandardCharsets.UTF_8));
    JsonObject claims = new JsonObject(new String(base64.decode(parts[1]), StandardCharsets.UTF_8));
    assertEquals(
        new JsonObject().put("alg", "RS256").put("typ", "JWT").put("kid", "key-1"), header);
    assertEquals("counts@test-project.iam.gserviceaccount.com", claims.getString("iss"));
    assertEquals("https://www.googleapis.com/auth/bigquery", claims.getString("scope"));
    assertEquals(google.url() + "/token", claims.getString("aud"));
    assertEquals(3600, claims.getLong("exp") - claims.getLong("iat"));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(BigQueryStandIn.keyPair().getPublic());
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertTrue(signature.verify(base64.decode(parts[2])));
  }

  @Test
  void a_token_that_is_not_accepted_is_replaced_once() throws Exception {
    google.then(401, "{}").then(200, FIRST).then(200, SECOND);

    assertEquals(4, run());

    assertEquals("Bearer token-2", google.seen().get(1).authorization());
  }

  @Test
  void a_failure_that_passes_is_tried_again_as_the_same_request() throws Exception {
    google
        .then(503, error("backendError", "Try again"))
        .then(200, FIRST)
        .then(500, "<html>oops</html>")
        .then(200, SECOND);

    assertEquals(4, run());

    assertEquals(google.seen().get(0).body(), google.seen().get(1).body());
    assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(1)), pauses);
  }

  @Test
  void a_failure_that_stays_is_given_up_after_four_tries() {
    for (int i = 0; i < 4; i++) {
      google.then(500, error("internalError", "An internal error occurred"));
    }

    assertRefused(Kind.UNAVAILABLE, "internalError: An internal error occurred");
    assertEquals(
        List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)), pauses);
  }

  @ParameterizedTest
  @CsvSource({
    "403, quotaExceeded, Quota exceeded: Your project exceeded quota for free query bytes, QUOTA",
    "403, quotaExceeded, Custom quota exceeded: QueryUsagePerDay, QUOTA",
    "400, bytesBilledLimitExceeded, Query exceeded limit for bytes billed: 300000000000, QUOTA",
    "403, accessDenied, Access Denied: Project test-project, DENIED",
    "400, invalidQuery, Syntax error at [1:1], DENIED",
    "404, notFound, Not found: Table, DENIED",
    "403, somethingNew, What is this?, DENIED",
  })
  void errors_that_do_not_pass_are_not_tried_again(
      int status, String reason, String message, Kind kind) {
    google.then(status, error(reason, message));

    assertRefused(kind, reason + ": " + message);
    assertEquals(1, google.seen().size());
  }

  @Test
  void a_limit_of_rate_passes_and_is_told_apart_from_a_quota() {
    for (int i = 0; i < 4; i++) {
      google.then(403, error("rateLimitExceeded", "Exceeded rate limits"));
    }

    assertRefused(Kind.UNAVAILABLE, "rateLimitExceeded");
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("ends early", SECOND.replace("\"4\"", "\"5\""), "totalRows changed"),
        Arguments.of(
            "lacks a row",
            SECOND.replaceAll(",\\{\"f\":\\[\\{\"v\":\"lean-lsp-mcp\"},\\{\"v\":null}[^]]*]}", ""),
            "only 3 of 4 rows arrived"),
        Arguments.of(
            "repeats the page",
            FIRST.replaceAll("\"pageToken\":\"[^\"]*\",", ""),
            "a page was sent twice"),
        Arguments.of("leads back", FIRST, "leads back to an earlier one"),
        Arguments.of(
            "has too many rows",
            SECOND.replace("\"rows\":[", "\"rows\":[" + oneRow() + "," + oneRow() + ","),
            "more rows than the 4 announced"),
        Arguments.of("is cut", SECOND.substring(0, SECOND.length() - 60), "cut short"),
        Arguments.of("is no JSON", "Code: 1", "no JSON"),
        Arguments.of("is a list", "[]", "a JSON object is needed"),
        Arguments.of("is incomplete", INCOMPLETE, "a complete query runs again"),
        Arguments.of("has other columns", SECOND.replace("pip_downloads", "uv"), "the columns are"),
        Arguments.of("has a short row", SECOND.replace(",{\"v\":\"2\"}", ""), "a row has 3 cells"),
        Arguments.of("has records", fixture("queryResponse-nested-google.json"), "a column is RE"),
        Arguments.of(
            "has a list in a cell",
            SECOND.replace("{\"v\":\"2\"}", "{\"v\":[{\"v\":\"2\"}]}"),
            "not a single value"),
        Arguments.of(
            "has an odd number of rows", SECOND.replace("\"4\"", "\"four\""), "totalRows is four"),
        Arguments.of(
            "has errors",
            SECOND.replace("\"cacheHit\"", "\"errors\":[{\"reason\":\"stopped\"}],\"cacheHit\""),
            "ended with errors"));
  }

  private static String oneRow() {
    return "{\"f\":[{\"v\":\"a\"},{\"v\":\"b\"},{\"v\":\"3\"},{\"v\":\"4\"}]}";
  }

  @ParameterizedTest(name = "it {0}")
  @MethodSource("malformed")
  void a_second_page_is_refused_when(String name, String page, String reason) {
    google.then(200, FIRST).then(200, page);

    assertRefused(Kind.MALFORMED, reason);
  }

  @Test
  void an_account_without_permission_is_told() {
    BigQueryClient other =
        new BigQueryClient(
            SourceUpstreams.calls(vertx, "bigquery"),
            google.url(),
            ServiceAccount.parse(google.credentials().replace("/token", "/nowhere")),
            1,
            "US",
            clock,
            pauses::add);
    google.then(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT\"}");

    SourceException e =
        assertThrows(
            SourceException.class,
            () ->
                other.run(
                    new JsonObject(),
                    COLUMNS,
                    Deadline.of("bigquery", Duration.ofSeconds(10)),
                    rows::addAll));

    assertEquals(Kind.DENIED, e.kind());
    assertTrue(e.getMessage().contains("invalid_grant"), e.getMessage());
  }

  private void assertRefused(Kind kind, String reason) {
    assertRefused(Duration.ofSeconds(20), kind, reason);
  }

  private void assertRefused(Duration within, Kind kind, String reason) {
    SourceException e = assertThrows(SourceException.class, () -> run(within));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
    assertEquals(kind, e.kind(), e.getMessage());
  }

  private long run() throws Exception {
    return run(Duration.ofSeconds(20));
  }

  private long run(Duration within) throws Exception {
    return client.run(
        new JsonObject().put("query", "SELECT 1"),
        COLUMNS,
        Deadline.of("bigquery", within),
        rows::addAll);
  }

  private static String error(String reason, String message) {
    return "{\"error\":{\"code\":0,\"message\":\"%s\",\"errors\":[{\"reason\":\"%s\"}]}}"
        .formatted(message, reason);
  }

  private static List<Optional<String>> row(String... cells) {
    return Stream.of(cells).map(Optional::of).toList();
  }

  private static String fixture(String name) {
    return Corpus.text("statistics/bigquery/" + name);
  }
}
