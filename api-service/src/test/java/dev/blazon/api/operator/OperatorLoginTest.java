package dev.blazon.api.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.Deployment;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's pages over HTTP: who gets in, and what guessing is worth. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OperatorLoginTest {

  private static final String PASSWORD = "a long password: with colons";
  private static final String HASH = PasswordHash.of(PASSWORD).text();

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path folder;

  private Deployment blazon(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("BLAZON_CACHE_DIR", folder.toString());
    all.put("BLAZON_PYPI_URL", "http://127.0.0.1:9"); // The discard port.
    return Deployment.start(all);
  }

  private Deployment withPassword() {
    return blazon(Map.of("BLAZON_OPERATOR_PASSWORD_HASH", HASH));
  }

  @Test
  void the_password_opens_the_page_and_nobody_may_store_it() throws Exception {
    try (Deployment blazon = withPassword()) {
      HttpResponse<String> page = get(blazon, "/operator", basic("op", PASSWORD));

      assertEquals(200, page.statusCode());
      assertEquals("no-store", header(page, "cache-control"));
      assertTrue(header(page, "content-security-policy").startsWith("default-src 'none';"));
      assertFalse(header(page, "content-security-policy").contains("unsafe"));
      assertTrue(page.body().contains("BLAZON_OPERATOR_PASSWORD_HASH"), page.body());
      assertFalse(page.body().contains(HASH.substring(HASH.length() - 20)), page.body());
      assertEquals(404, get(blazon, "/operator/none", basic("any", PASSWORD)).statusCode());
    }
  }

  @Test
  void secrets_of_other_settings_do_not_show_either() throws Exception {
    Path key = Files.writeString(folder.resolve("hash"), HASH + "\n");
    try (Deployment blazon =
        blazon(
            Map.of(
                "BLAZON_OPERATOR_PASSWORD_HASH_FILE", key.toString(),
                "BLAZON_INDEXES", "own=http://127.0.0.1:9",
                "BLAZON_INDEX_OWN_TOKEN", "token-of-own",
                "BLAZON_PEPY_API_KEY", "key-of-pepy",
                "BLAZON_CLICKHOUSE_URL", "http://me:secret-of-ours@127.0.0.1:9",
                "BLAZON_STATS_PING_URL", "http://127.0.0.1:9/ping-of-ours"))) {
      String page = get(blazon, "/operator", basic("op", PASSWORD)).body();

      assertTrue(page.contains("BLAZON_INDEX_OWN_TOKEN"), page);
      for (String secret : new String[] {"token-of", "key-of", "secret-of", "ping-of"}) {
        assertFalse(page.contains(secret), secret);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic",
        "Basic b3A=", // Without a colon.
        "Basic !!!",
        "Bearer a long password: with colons",
        "Basic b3A6", // An empty password.
        "Basic b3A6YSBsb25nIHBhc3N3b3Jk"
      })
  void other_credentials_do_not(String authorization) throws Exception {
    try (Deployment blazon = withPassword()) {
      for (String path : new String[] {"/operator", "/operator/", "/operator/none"}) {
        HttpResponse<String> answer = get(blazon, path, authorization);

        assertEquals(401, answer.statusCode(), path);
        assertTrue(header(answer, "www-authenticate").startsWith("Basic realm="));
        assertEquals("no-store", header(answer, "cache-control"));
      }
    }
  }

  @Test
  void a_thousand_guesses_do_not_get_through_and_most_are_not_looked_at() throws Exception {
    try (Deployment blazon = withPassword()) {
      assertEquals(200, get(blazon, "/operator", basic("op", PASSWORD)).statusCode());
      Map<Integer, Integer> answers = new TreeMap<>();
      for (int i = 0; i < 1_000; i++) {
        int status = get(blazon, "/operator", basic("op", "guess number " + i)).statusCode();
        answers.merge(status, 1, Integer::sum);
      }

      assertEquals(1_000, answers.values().stream().mapToInt(Integer::intValue).sum());
      assertFalse(answers.containsKey(200), answers.toString());
      // 60 an hour at most, the right one among them; a slow machine spreads them over minutes.
      assertTrue(answers.get(401) < 60, answers.toString());
      assertTrue(answers.get(429) > 900, answers.toString());
      // Who is in stays in.
      assertEquals(200, get(blazon, "/operator", basic("op", PASSWORD)).statusCode());
    }
  }

  @Test
  void without_a_password_there_is_no_such_page() throws Exception {
    try (Deployment blazon = blazon(Map.of())) {
      HttpResponse<String> page = get(blazon, "/operator", basic("op", PASSWORD));
      HttpResponse<String> other = get(blazon, "/operatox", "");

      assertEquals(404, page.statusCode());
      assertEquals(other.statusCode(), page.statusCode());
      assertEquals(other.body(), page.body());
    }
  }

  @Test
  void nothing_is_posted_to_it() throws Exception {
    try (Deployment blazon = withPassword()) {
      HttpRequest post =
          HttpRequest.newBuilder(URI.create(base(blazon) + "/operator"))
              .header("Authorization", basic("op", PASSWORD))
              .POST(HttpRequest.BodyPublishers.ofString("x"))
              .build();

      assertEquals(405, client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode());
    }
  }

  private HttpResponse<String> get(Deployment blazon, String path, String authorization)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base(blazon) + path));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String base(Deployment blazon) {
    return "http://127.0.0.1:" + blazon.port();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String basic(String name, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
  }
}
