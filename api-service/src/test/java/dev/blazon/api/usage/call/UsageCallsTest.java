package dev.blazon.api.usage.call;

import static dev.blazon.api.usage.StubUsage.row;
import static dev.blazon.api.usage.StubUsage.table;
import static dev.blazon.api.usage.UsageServer.AS_READER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.usage.NoUsage;
import dev.blazon.api.usage.StubUsage;
import dev.blazon.api.usage.UsageServer;
import dev.blazon.usage.ReportReceipt;
import dev.blazon.usage.UsageRefusal;
import dev.blazon.usage.UsageRefusal.Reason;
import dev.blazon.usage.UsageTable.Row;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP lets a client do with reports and counts. */
@Timeout(60)
final class UsageCallsTest {

  private static final String REPORT = "/v1/on_import";
  private static final String COUNT = "/v1/count?group_by=uname$system";
  private static final String DOWNLOAD = "/v1/download/import";
  private static final String TOKEN = "a-sender-for-tests";

  private final Vertx vertx = Vertx.vertx();
  private final StubUsage usage = new StubUsage();
  private UsageServer server;

  @AfterEach
  void close() throws TimeoutException {
    server.close();
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  @Test
  void a_report_is_handed_over_as_it_came() throws TimeoutException {
    start(Map.of());

    Response answer = post("{\"hostname\": \"h\",\n \"x\": 1}", Map.of());

    assertEquals(200, answer.status());
    assertEquals("{\n  \"success\": true\n}\n", answer.text());
    assertEquals(List.of("{\"hostname\": \"h\",\n \"x\": 1}"), usage.bodies());
    assertEquals("no-store", answer.header("Cache-Control"));
    assertEquals("null", answer.header("Access-Control-Allow-Origin"));
  }

  @Test
  void an_answer_to_many_reports_says_how_many_are_kept() throws TimeoutException {
    start(Map.of());
    usage.receives(new ReportReceipt(3, 1, 2));

    JsonObject answer = post("[]", Map.of()).json();

    assertEquals(
        new JsonObject()
            .put("success", true)
            .put("accepted", 3)
            .put("duplicates", 1)
            .put("ignored", 2),
        answer);
  }

  @Test
  void a_report_that_is_sent_twice_is_a_success_and_one_that_is_ignored_is_not()
      throws TimeoutException {
    start(Map.of());
    usage.receives(new ReportReceipt(0, 1, 0));
    assertTrue(post("{}", Map.of()).json().getBoolean("success"));

    usage.receives(new ReportReceipt(0, 0, 1));
    Response ignored = post("{}", Map.of());

    assertEquals(200, ignored.status());
    assertFalse(ignored.json().getBoolean("success"));
  }

  @ParameterizedTest
  @CsvSource({"DNT", "Sec-GPC", "dnt"})
  void nothing_is_kept_of_who_wants_to_be_left_alone(String header) throws TimeoutException {
    start(Map.of());

    Response answer = post("{\"hostname\": \"h\"}", Map.of(header, "1"));

    assertEquals(200, answer.status());
    assertFalse(answer.json().getBoolean("success"));
    assertTrue(answer.json().getString("message").startsWith("not kept"), answer.text());
    assertEquals(List.of(), usage.bodies());
    post("{}", Map.of(header, "0"));
    assertEquals(List.of("{}"), usage.bodies());
  }

  @Test
  void a_report_without_a_body_is_refused_as_by_espymetrics() throws TimeoutException {
    start(Map.of());

    Response answer = post("", Map.of());

    assertEquals(400, answer.status());
    assertEquals("expected json body", answer.json().getString("message"));
    assertFalse(answer.json().getBoolean("success"));
  }

  @Test
  void a_body_that_is_too_long_is_refused_unread() throws TimeoutException {
    start(Map.of());

    Response answer = post("x".repeat(64 * 1024 + 1), Map.of());

    assertEquals(413, answer.status());
    assertEquals("too_large", answer.json().getString("error"));
    assertEquals(List.of(), usage.bodies());
  }

  @ParameterizedTest
  @CsvSource({
    "BAD_BODY, 400, null",
    "TOO_LARGE, 413, null",
    "OVER_BUDGET, 429, 3",
    "UNAVAILABLE, 503, 3",
    "SLOW, 503, 3",
  })
  void a_refusal_of_the_service_has_its_status_and_its_words(
      Reason reason, int status, String retryAfter) throws TimeoutException {
    start(Map.of());
    Duration retry = retryAfter.equals("null") ? Duration.ZERO : Duration.ofMillis(2_100);
    usage.refuses(new UsageRefusal(reason, "for a reason", retry));

    for (Response answer : List.of(post("{}", Map.of()), get(COUNT))) {
      assertEquals(status, answer.status());
      assertEquals(retryAfter, answer.header("Retry-After"));
      assertEquals("for a reason", answer.json().getString("message"));
      assertEquals(status > 500 ? "failed" : "null", answer.header("Blazon-Outcome"));
    }
  }

  @Test
  void a_token_is_needed_if_the_settings_have_one() throws TimeoutException {
    start(Map.of("BLAZON_USAGE_TOKEN", TOKEN));

    for (String shown : List.of("", "Bearer ", "Bearer " + TOKEN + "x", "Basic " + TOKEN, TOKEN)) {
      Response answer = post("{}", shown.isEmpty() ? Map.of() : Map.of("Authorization", shown));
      assertEquals(401, answer.status(), shown);
      assertEquals("Bearer", answer.header("WWW-Authenticate"));
    }
    assertEquals(List.of(), usage.bodies());
    assertEquals(200, post("{}", Map.of("Authorization", "Bearer " + TOKEN)).status());
    assertEquals(200, post("{}", Map.of("Authorization", "bearer  " + TOKEN)).status());
    assertEquals(401, get(COUNT, Map.of("Authorization", "Bearer " + TOKEN)).status());
  }

  @ParameterizedTest
  @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 200", "none, 200"})
  void pages_of_other_sites_cannot_send_reports(String site, int status) throws TimeoutException {
    start(Map.of());

    assertEquals(status, post("{}", Map.of("Sec-Fetch-Site", site)).status());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/on_import, POST",
    "PUT, /v1/on_import, POST",
    "OPTIONS, /v1/on_import, POST",
    "POST, /v1/count, 'GET, HEAD'",
    "DELETE, /v1/download/import, 'GET, HEAD'",
  })
  void another_method_is_refused(String method, String path, String allowed)
      throws TimeoutException {
    start(Map.of());

    Response answer = server.ask().request(HttpMethod.valueOf(method), path, AS_READER);

    assertEquals(405, answer.status());
    assertEquals(allowed, answer.header("Allow"));
  }

  @Test
  void without_reports_every_path_says_so() throws TimeoutException {
    server = UsageServer.start(vertx, new NoUsage(), Map.of());

    for (Response answer : List.of(post("{}", Map.of()), get(COUNT), get(DOWNLOAD))) {
      assertEquals(404, answer.status());
      assertEquals("this service takes no usage reports", answer.json().getString("message"));
    }
    assertEquals(404, get("/usage").status());
    assertEquals(404, get("/operator/usage").status());
  }

  @Test
  void only_who_shows_the_token_reads() throws TimeoutException {
    start(Map.of());

    for (String path :
        List.of(COUNT, COUNT.replace("count", "count.svg"), "/v1/count.png", DOWNLOAD)) {
      assertEquals(401, get(path, Map.of()).status(), path);
      assertEquals(401, get(path, Map.of("Authorization", "Bearer wrong")).status(), path);
      assertEquals(200, get(path).status(), path);
    }
  }

  @Test
  void everyone_reads_counts_if_the_settings_say_so_and_never_reports() throws TimeoutException {
    start(Map.of("BLAZON_USAGE_READERS", "everyone"));

    assertEquals(200, get(COUNT, Map.of()).status());
    assertEquals(200, get("/v1/count.svg", Map.of()).status());
    assertEquals(401, get(DOWNLOAD, Map.of()).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "group_by=a$$b | group_by | a$$b",
        "group_by=a,b,c,d,e | group_by | a,b,c,d,e",
        "group_by=a,a | group_by | a,a",
        "limit=0 | limit | 0",
        "limit=many | limit | many",
        "from=yesterday | from | yesterday",
        "from=2026-02-30 | from | 2026-02-30",
        "to=1969-01-01 | to | 1969-01-01",
        "from=2026-06-02&to=2026-06-01 | to | 2026-06-01",
        "interval=decade | interval | decade",
        "distinct=users | distinct | users",
        "format=xml | format | xml",
        "group=x | group | ''",
        "limit=1&limit=2 | limit | 1 and 2",
      })
  void an_impossible_parameter_is_named_with_its_value_and_what_is_possible(
      String query, String parameter, String value) throws TimeoutException {
    start(Map.of());

    Response answer = get("/v1/count?" + query);

    assertEquals(400, answer.status());
    assertEquals(parameter, answer.json().getString("parameter"));
    assertEquals(value, answer.json().getString("value"));
    assertFalse(answer.json().getJsonArray("allowed").isEmpty(), answer.text());
    assertEquals(List.of(), usage.questions());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/count.svg?interval=hour",
        "/v1/count.svg?form=stacked",
        "/v1/count.svg?interval=day&form=pie",
        "/v1/count.svg?distinct=hosts&form=pie",
        "/v1/count.png?width=1",
        "/v1/download/import?group_by=x",
        "/v1/download/import?format=html",
      })
  void what_a_picture_or_a_download_cannot_be_is_refused(String address) throws TimeoutException {
    start(Map.of());

    assertEquals(400, get(address).status());
    assertEquals(List.of(), usage.questions());
  }

  @Test
  void counts_have_the_form_of_espymetrics() throws TimeoutException {
    start(Map.of());
    usage.answers(table(10, 1, row(6, "Linux"), row(3, "Darwin")));

    assertEquals(
        """
        {
          "counts": {
            "Darwin": 3,
            "Linux": 6
          },
          "error_count": 1,
          "grouped_by": "uname$system",
          "grouped_key_count": 2,
          "record_count": 10,
          "source": "reports"
        }
        """,
        get(COUNT).text());
  }

  @Test
  void without_reports_there_is_a_count_of_none() throws TimeoutException {
    start(Map.of());

    assertEquals("{\n  \"record_count\": 0\n}\n", get(COUNT).text());
  }

  @Test
  void a_person_gets_a_page_and_a_program_what_it_prefers() throws TimeoutException {
    start(Map.of());
    usage.answers(table(9, 0, row(6, "<b>Linux</b>"), row(3, "Darwin")));
    Map<String, String> browser = new HashMap<>(AS_READER);
    browser.put("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    Response page = get(COUNT, browser);

    assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
    assertTrue(page.text().contains("<td>&lt;b&gt;Linux&lt;/b&gt;</td>"), page.text());
    assertTrue(page.text().contains("/v1/count.svg?group_by=uname$system"), page.text());
    assertTrue(page.header("Content-Security-Policy").contains("script-src 'self'"));
    assertEquals(
        "uname$system,reports\r\n<b>Linux</b>,6\r\nDarwin,3\r\n",
        get(COUNT + "&format=csv").text());
  }

  @Test
  void a_picture_is_painted() throws TimeoutException {
    start(Map.of());
    usage.answers(table(9, 0, row(6, "Linux"), row(3, "Darwin")));

    Response svg = get("/v1/count.svg?group_by=uname$system");
    Response png = get("/v1/count.png?group_by=uname$system&scale=2");

    assertEquals("image/svg+xml;charset=utf-8", svg.header("Content-Type"));
    assertTrue(svg.text().contains(">Reports by operating system<"), svg.text());
    assertTrue(svg.text().contains(">66.7%<"), svg.text());
    assertEquals("image/png", png.header("Content-Type"));
    assertEquals("PNG", png.body().getString(1, 4));
    assertEquals("no-store", png.header("Cache-Control"));
  }

  @Test
  void a_long_answer_is_compressed_and_head_has_only_its_headers()
      throws IOException, TimeoutException {
    start(Map.of());
    usage.answers(
        table(
            300,
            0,
            IntStream.range(0, 300).mapToObj(i -> row(1, "value-" + i)).toArray(Row[]::new)));
    Map<String, String> gzip = new HashMap<>(AS_READER);
    gzip.put("Accept-Encoding", "gzip");

    Response packed = get(COUNT, gzip);
    Response head = server.ask().request(HttpMethod.HEAD, COUNT, AS_READER);

    assertEquals("gzip", packed.header("Content-Encoding"));
    assertEquals(get(COUNT).text(), unpacked(packed));
    assertEquals(200, head.status());
    assertEquals(0, head.body().length());
    assertEquals(Integer.toString(get(COUNT).body().length()), head.header("Content-Length"));
  }

  private static String unpacked(Response answer) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(answer.body().getBytes()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void start(Map<String, String> settings) throws TimeoutException {
    server = UsageServer.start(vertx, usage, settings);
  }

  private Response post(String body, Map<String, String> headers) {
    return server.ask().request(HttpMethod.POST, REPORT, headers, Buffer.buffer(body));
  }

  private Response get(String address) {
    return get(address, AS_READER);
  }

  private Response get(String address, Map<String, String> headers) {
    return server.ask().get(address, headers);
  }
}
