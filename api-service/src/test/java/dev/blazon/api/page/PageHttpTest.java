package dev.blazon.api.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.Deployment;
import dev.blazon.api.Documents;
import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.StubServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP answers of the pages, tested without a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageHttpTest {

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private StubServer pypi;
  private Deployment blazon;

  @BeforeAll
  void start(@TempDir Path folder) {
    pypi = StubServer.start(vertx);
    pypi.project("known", Documents.good("known", "1.2.3"));
    blazon =
        Deployment.start(
            Map.of(
                "BLAZON_PYPI_URL",
                pypi.url().toString(),
                "BLAZON_UPSTREAM_DEADLINE",
                "400ms",
                "BLAZON_PUBLIC_URL",
                "https://badges.test",
                "BLAZON_CACHE_DIR",
                folder.toString()));
  }

  @AfterAll
  void stop() throws TimeoutException {
    blazon.close();
    pypi.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/?project=known", "/build", "/repair", "/docs/wheel", "/status"})
  void every_view_forbids_what_it_does_not_need(String path) {
    HttpResponse<String> view = get(path);

    assertEquals(200, view.statusCode());
    String policy = header(view, "content-security-policy");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertFalse(view.body().contains(" style=\""));
    assertFalse(view.body().matches("(?s).*\\son[a-z]+=\".*"));
    assertEquals("nosniff", header(view, "x-content-type-options"));
    assertTrue(view.body().contains("<meta property=\"og:image\" content=\"https://badges.test/"));
  }

  @Test
  void assets_are_cached_for_ever_under_their_hash_and_not_at_all_under_another() {
    Matcher address = Pattern.compile("/assets/[0-9a-f]+/page\\.css").matcher(get("/").body());
    assertTrue(address.find());

    HttpResponse<String> now = get(address.group());
    assertEquals("public, max-age=31536000, immutable", header(now, "cache-control"));
    HttpResponse<String> before = get("/assets/0123456789ab/page.css");
    assertEquals("no-store", header(before, "cache-control"));
    assertEquals(now.body(), before.body());
    assertEquals(404, get("/assets/0123456789ab/secret.txt").statusCode());
    assertEquals(404, get("/assets/../page.css").statusCode());
  }

  @Test
  void a_view_is_compressed_and_not_sent_twice() {
    HttpResponse<String> packed = get("/docs", "Accept-Encoding", "gzip");
    assertEquals("gzip", header(packed, "content-encoding"));
    assertEquals("accept-encoding", header(packed, "vary").toLowerCase(Locale.ROOT));
    HttpResponse<String> again = get("/docs", "If-None-Match", header(packed, "etag"));
    assertEquals(304, again.statusCode());
  }

  /** HTTP/1.0 allows it, but no page can be made for it. */
  @ParameterizedTest
  @CsvSource({"GET / HTTP/1.0", "GET /docs/api HTTP/1.1", "POST /repair HTTP/1.1"})
  void a_request_without_a_host_is_answered_400(String line) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), blazon.port())) {
      socket.getOutputStream().write((line + "\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));

      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      assertTrue(answer.startsWith("HTTP/1.1 400 ") || answer.startsWith("HTTP/1.0 400 "), answer);
    }
  }

  @Test
  void snippets_show_the_public_address() {
    assertTrue(get("/?project=known").body().contains("(https://badges.test/version/known/badge"));
  }

  @Test
  void a_silent_pypi_does_not_block_the_page() {
    pypi.answer("/pypi/silent/json", Behaviour.hang());

    HttpResponse<String> view = get("/?project=silent");

    assertEquals(200, view.statusCode());
    assertTrue(view.body().contains("PyPI does not answer at the moment"));
    assertTrue(view.body().contains("/version/silent/badge.svg"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"message\": \"x\"}', 204",
    "'no report',           400",
  })
  void script_errors_are_accepted(String body, int status) {
    assertEquals(status, post("/api/client-errors", body).statusCode());
  }

  @Test
  void too_long_a_readme_is_refused_with_a_clear_message() {
    assertEquals(413, post("/api/client-errors", "x".repeat(5000)).statusCode());
    HttpResponse<String> tooLong = post("/repair", "readme=" + "x".repeat(600 * 1024));
    assertEquals(413, tooLong.statusCode());
    assertTrue(tooLong.body().contains("Up to 512 KB"));
    assertEquals(413, post("/repair", "readme=" + "x".repeat(2_000_000)).statusCode());
  }

  @Test
  void a_flood_of_addresses_is_repaired_whole_and_listed_in_part() {
    int flood = 40_000;
    HttpResponse<String> answer = post("/repair", "readme=" + "//pypip.in/+".repeat(flood));

    assertTrue(answer.body().contains("0 badges and " + flood + " links brought home"));
    assertEquals(200, answer.body().split("<li>", -1).length - 1);
  }

  @Test
  void a_readme_is_repaired_and_not_stored() {
    HttpResponse<String> answer =
        post("/repair", "readme=a%0D%0Ahttps%3A%2F%2Fpypip.in%2Fv%2Fx%2Fbadge.png");

    assertEquals("no-store", header(answer, "cache-control"));
    assertTrue(answer.body().contains(">a\nhttps://badges.test/v/x/badge.png</pre>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs/nothing", "/docs/", "/docs/../x"})
  void an_unknown_page_is_a_friendly_404(String path) {
    HttpResponse<String> answer = get(path);
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("No such page"));
  }

  @Test
  void every_shield_and_every_old_host_has_its_page_in_the_index() {
    Matcher links = Pattern.compile("<li><a href=\"(/[a-z][^\"]*)\"").matcher(get("/docs").body());
    int pages = 0;
    while (links.find()) {
      assertEquals(200, get(links.group(1)).statusCode(), links.group(1));
      pages++;
    }
    assertTrue(pages > 35, pages + " pages");
  }

  @Test
  void the_builder_lets_a_download_badge_count_a_part() {
    String form = "/build?project=known&only=version&part=2.*&shield=";

    assertTrue(get(form + "download").body().contains("/download/known/badge.svg?version=2."));
    assertFalse(get(form + "wheel").body().contains("badge.svg?version="));
  }

  @Test
  void robots_read_the_pages_and_leave_the_badges() {
    String robots = get("/robots.txt").body();
    assertTrue(robots.contains("Allow: /docs\n") && robots.endsWith("Disallow: /\n"), robots);
    assertEquals("image/svg+xml;charset=utf-8", header(get("/favicon.ico"), "content-type"));
  }

  private HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<String> post(String path, String body) {
    return send(
        HttpRequest.newBuilder(address(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + blazon.port() + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
