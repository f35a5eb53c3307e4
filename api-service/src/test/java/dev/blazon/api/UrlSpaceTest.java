package dev.blazon.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.StubServer;
import dev.blazon.corpus.Corpus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** No URL causes a 5xx or a broken picture. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UrlSpaceTest {

  private static final List<String> REAL_URLS = List.of("badge-urls.tsv", "pypipin-urls.tsv");
  private static final int REQUESTS = Integer.getInteger("blazon.fuzz.requests", 5_000);
  private static final long SEED = Long.getLong("blazon.fuzz.seed", 20_261_121L);
  private static final int AT_ONCE = 64;

  private static final List<String> DIALECT_HOSTS =
      List.of(
          "pypip.in",
          "www.pypip.in",
          "img.shields.io",
          "badge.fury.io",
          "pepy.tech",
          "static.pepy.tech",
          "badgen.net",
          "flat.badgen.net");

  private static final List<String> PIECES =
      List.of(
          "/",
          "version",
          "v",
          "pypi",
          "badge",
          "badge.svg",
          "badge.png",
          "badge.json",
          "static",
          "v1",
          "py",
          "endpoint",
          "personalized-badge",
          "djversions",
          "frameworkversions",
          "django",
          "known",
          "Known",
          "..",
          "%2F",
          "%00",
          "%",
          "%zz",
          "%F0%9F%98%80",
          "%ED%A0%80",
          "?",
          "&",
          "=",
          "style=",
          "flat",
          "plastic",
          "social",
          "label=",
          "color=",
          "#",
          "logo=python",
          "logo=data:image/svg+xml;base64,PHN2Zy8+",
          "scale=3",
          "link=",
          "--",
          "__",
          "-",
          "_",
          "<script>",
          "\"",
          "'",
          "]]>",
          "&amp;",
          "url=https://localhost/",
          ".svg",
          ".png",
          ".json",
          "cacheSeconds=",
          "-1",
          "99999999999999999999",
          "ÿ",
          "語",
          "%0A",
          "month",
          "download",
          "api",
          "v2",
          "v3",
          "projects",
          "downloads",
          "point",
          "last-day",
          "by=version");

  private final Vertx vertx = Vertx.vertx();
  private StubServer upstream;
  private Deployment blazon;

  /** A URL, and the host that it was sent to. */
  private record Target(String host, String uri) {}

  @BeforeAll
  void start(@TempDir Path folder) {
    upstream = StubServer.start(vertx);
    upstream.answerEverything(Behaviour.json(Documents.good("known", "1.2.3")));
    blazon =
        Deployment.start(
            Map.of(
                "BLAZON_PYPI_URL",
                upstream.url().toString(),
                "BLAZON_CACHE_DIR",
                folder.toString()));
  }

  @AfterAll
  void stop() {
    blazon.close();
    upstream.close();
    vertx.close().await();
  }

  @Test
  void generated_urls_get_a_valid_answer() throws TimeoutException {
    Random random = new Random(SEED);
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      String host = DIALECT_HOSTS.get(random.nextInt(DIALECT_HOSTS.size()));
      targets.add(new Target(random.nextBoolean() ? "localhost" : host, madeUp(random)));
    }
    sendAll(targets);
  }

  private static String madeUp(Random random) {
    StringBuilder uri = new StringBuilder("/");
    int pieces = 1 + random.nextInt(12);
    for (int i = 0; i < pieces; i++) {
      uri.append(PIECES.get(random.nextInt(PIECES.size())));
      if (random.nextInt(3) == 0) {
        uri.append(i < pieces / 2 ? '/' : '&');
      }
    }
    return sendable(uri.toString());
  }

  @Test
  void every_url_of_real_readmes_gets_a_picture() throws TimeoutException {
    List<Target> targets = new ArrayList<>();
    for (String file : REAL_URLS) {
      Corpus.firstColumn(file).forEach(url -> add(targets, url));
    }
    assertTrue(targets.size() > 5_000, "only " + targets.size() + " URLs are of Blazon's dialects");
    sendAll(targets);
  }

  private static void add(List<Target> targets, String url) {
    int start = url.indexOf("://") + 3;
    int slash = url.indexOf('/', start);
    if (start < 3 || slash < 0) {
      return;
    }
    String host = url.substring(start, slash).toLowerCase(java.util.Locale.ROOT);
    if (DIALECT_HOSTS.contains(host)) {
      targets.add(new Target(host, sendable(url.substring(slash))));
    }
  }

  /**
   * The URL as a client sends it: without a fragment or anything that would end the request line.
   */
  private static String sendable(String uri) {
    int fragment = uri.indexOf('#');
    String sent = fragment < 0 ? uri : uri.substring(0, fragment);
    StringBuilder escaped = new StringBuilder(sent.length());
    for (byte b : sent.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      if (b > 0x20 && b < 0x7f) {
        escaped.append((char) b);
      } else {
        escaped.append('%').append(String.format("%02X", b));
      }
    }
    return escaped.toString();
  }

  private void sendAll(List<Target> targets) throws TimeoutException {
    for (int start = 0; start < targets.size(); start += AT_ONCE) {
      List<Target> batch = targets.subList(start, Math.min(start + AT_ONCE, targets.size()));
      List<Future<Response>> answers =
          batch.stream()
              .map(a -> blazon.ask().send(HttpMethod.GET, a.uri(), Map.of("Host", a.host())))
              .toList();
      Future.all(answers).await(30, TimeUnit.SECONDS);
      for (int i = 0; i < batch.size(); i++) {
        check(batch.get(i), answers.get(i).result());
      }
    }
  }

  private static void check(Target target, Response response) {
    String type = response.header("Content-Type");
    if (type.startsWith("image/svg")) {
      Svg.parse(response.body().getBytes());
    }
    if (response.status() >= 500 && !type.startsWith("application/json")) {
      fail(target + " was answered " + response.status());
    }
    if (response.text().contains("internal error")) {
      fail(target + " met an internal error");
    }
    if (type.equals("image/png")) {
      assertEquals((byte) 0x89, response.body().getByte(0), target.toString());
    }
  }
}
