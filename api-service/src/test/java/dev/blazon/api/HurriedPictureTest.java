package dev.blazon.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture whose logo was left out for lack of time is soon requested again. */
class HurriedPictureTest {

  private static final String URI = "/badge/a-b-red.svg?logo=y";

  private final Vertx vertx = Vertx.vertx();
  private final AtomicBoolean hurry = new AtomicBoolean(true);
  private HttpServer imaging;
  private Deployment blazon;

  @BeforeEach
  void start(@TempDir Path folder) {
    imaging = vertx.createHttpServer().requestHandler(this::paint).listen(0, "127.0.0.1").await();
    blazon =
        Deployment.start(
            Map.of(
                "BLAZON_IMAGING_URL",
                "http://127.0.0.1:" + imaging.actualPort(),
                "BLAZON_CACHE_DIR",
                folder.toString()));
  }

  private void paint(HttpServerRequest request) {
    HttpServerResponse response =
        request.response().putHeader("Content-Type", "image/svg+xml;charset=utf-8");
    if (hurry.get()) {
      response
          .putHeader("ETag", "\"bare\"")
          .putHeader("Cache-Control", "no-store")
          .putHeader("Blazon-Logo", "no time")
          .end("bare");
    } else {
      response
          .putHeader("ETag", "\"whole\"")
          .putHeader("Cache-Control", "public, max-age=86400, immutable")
          .end("with logo");
    }
  }

  @AfterEach
  void stop() {
    blazon.close();
    vertx.close().await();
  }

  @Test
  void its_picture_is_cached_for_a_minute_outside_and_for_a_second_inside() {
    Response bare = soon("bare");
    hurry.set(false);
    Response whole = soon("with logo");

    assertEquals(200, bare.status());
    assertEquals("no time", bare.header("Blazon-Logo"));
    EndToEnd.assertKeptAMinuteAtMost(bare);
    assertTrue(whole.header("Cache-Control").startsWith("public, max-age=300, s-maxage=3600"));
  }

  /**
   * Much sooner than after the minute for which a usual answer is cached. On a busy machine the
   * very first picture may be too late, and a fallback is sent instead.
   */
  private Response soon(String text) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    Response response = blazon.ask().get(URI);
    while (!response.text().equals(text) && System.nanoTime() < end) {
      response = blazon.ask().get(URI);
    }
    assertEquals(text, response.text());
    return response;
  }
}
