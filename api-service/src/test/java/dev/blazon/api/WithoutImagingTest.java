package dev.blazon.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.blazon.api.HttpAsker.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the API when no imaging service can be reached. */
class WithoutImagingTest {

  private Deployment blazon;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    blazon =
        Deployment.start(
            Map.of(
                "BLAZON_IMAGING_URL",
                "http://127.0.0.1:" + unusedPort(),
                "BLAZON_CACHE_DIR",
                folder.toString()));
  }

  @AfterEach
  void stop() {
    blazon.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/badge/a%26-b-red.svg", "/badge/a-b-red.png?logo=python"})
  void the_fallback_picture_is_a_failure_and_cached_briefly(String uri) {
    Response response = blazon.ask().get(uri);

    assertEquals(200, response.status());
    assertEquals("failed", response.header("Blazon-Outcome"));
    EndToEnd.assertKeptAMinuteAtMost(response);
  }

  @Test
  void the_fallback_has_the_badges_words_or_says_unavailable() throws IOException {
    Response svg = blazon.ask().get("/badge/a%26%3C-b-red.svg");
    Response png = blazon.ask().get("/badge/a-b-red.png");

    assertEquals("a&<: b", Svg.parse(svg.body().getBytes()).says());
    assertEquals(20, ImageIO.read(new ByteArrayInputStream(png.body().getBytes())).getHeight());
  }

  @Test
  void answers_that_need_no_painter_are_as_usual() {
    Response json = blazon.ask().get("/badge/a-b-red.json");

    assertEquals("b", json.json().getString("message"));
    assertFalse(json.headers().contains("Blazon-Outcome"));
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
