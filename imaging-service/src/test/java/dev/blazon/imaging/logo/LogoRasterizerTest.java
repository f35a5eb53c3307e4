package dev.blazon.imaging.logo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the rasteriser without the sanitiser, in case that lets something through. */
class LogoRasterizerTest {

  private static final String START =
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
          + " viewBox='0 0 24 24'>";
  private static final String PATH = "<path d='M0 0h24v24z'/>";

  @Test
  void nothing_is_fetched(@TempDir Path folder) throws Exception {
    Vertx vertx = Vertx.vertx();
    AtomicInteger requests = new AtomicInteger();
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  requests.incrementAndGet();
                  request.response().end();
                })
            .listen(0, "127.0.0.1")
            .await(20, TimeUnit.SECONDS);
    try {
      String url = "http://127.0.0.1:" + server.actualPort() + "/";
      Path file = Files.writeString(folder.resolve("secret.svg"), START + "</svg>");
      for (String body :
          new String[] {
            "<image xlink:href='" + url + "x.png' width='9' height='9'/>",
            "<image xlink:href='" + file.toUri() + "' width='9' height='9'/>",
            "<use xlink:href='" + url + "x.svg#a'/>",
            "<g fill='url(" + url + "#a)'>" + PATH + "</g>",
            "<style>@import '" + url + "';</style>",
            "<script xlink:href='" + url + "'/>",
          }) {
        String svg = START + body + "</svg>";
        Raster raster = new LogoRasterizer().rasterize(new ReadyLogo.Shapes(svg, 1), 14, 14);
        assertTrue(!(raster instanceof LogoPixels pixels) || isBlank(pixels), body);
      }
      assertEquals(0, requests.get());
    } finally {
      server.close().await(20, TimeUnit.SECONDS);
      vertx.close().await(20, TimeUnit.SECONDS);
    }
  }

  /** Batik paints black what it cannot load; a fetched picture would not be black. */
  private static boolean isBlank(LogoPixels pixels) {
    return Arrays.stream(pixels.argb()).map(argb -> argb & 0xffffff).allMatch(rgb -> rgb == 0);
  }

  @Test
  void a_logo_cannot_write_to_our_log() {
    PrintStream usual = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, UTF_8));
    try {
      String svg = START + "<g stroke-width='1e30'>" + PATH + "</g></svg>";
      new LogoRasterizer().rasterize(new ReadyLogo.Shapes(svg, 1), 14, 14);
    } finally {
      System.setErr(usual);
    }
    assertEquals("", said.toString(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<svg", "<g xmlns='http://www.w3.org/2000/svg'/>"})
  void an_invalid_logo_is_reported_as_impossible_not_as_late(String svg) {
    assertEquals(
        Raster.None.IMPOSSIBLE,
        new LogoRasterizer().rasterize(new ReadyLogo.Shapes(svg, 1), 14, 14));
  }
}
