package dev.blazon.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.badge.Badge;
import dev.blazon.badge.ImageFormat;
import dev.blazon.imaging.cache.DiskCache;
import dev.blazon.service.Readiness;
import dev.blazon.service.http.Health;
import dev.blazon.service.http.RequestBodies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture whose logo is missing for lack of time is sent, but cached nowhere. */
class HurriedPictureTest {

  private static final Duration DAY = Duration.ofHours(24);

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final WebClient client = WebClient.create(vertx);
  private final AtomicBoolean hurry = new AtomicBoolean(true);
  private ImagingService imaging;
  private HttpServer server;

  private final class HurriedPainter implements Painter {

    @Override
    public boolean isQuick(Badge badge, ImageFormat format) {
      return format == ImageFormat.SVG;
    }

    @Override
    public Painted paint(Badge badge, ImageFormat format) {
      return hurry.get()
          ? new Painted("bare".getBytes(StandardCharsets.UTF_8), Optional.of("no time"), true)
          : new Painted("with logo".getBytes(StandardCharsets.UTF_8), Optional.empty());
    }
  }

  @BeforeEach
  void start() throws Exception {
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    ImagingConfig config = new ImagingConfig(folder, DAY, 1 << 20, 1 << 20, 1 << 20, 1, 1);
    DiskCache disk = new DiskCache(folder, DAY, 1 << 20, Clock.systemUTC(), metrics);
    imaging =
        new ImagingService(vertx, config, new HurriedPainter(), new RoomOfCharts(), disk, metrics);
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                new BadgeEndpoint(
                    imaging,
                    RequestBodies.of(vertx, 1 << 20, metrics),
                    new EndpointMetrics(new SimpleMeterRegistry()),
                    new Health(new Readiness())))
            .listen(0, "127.0.0.1")
            .await(20, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    imaging.close().await(20, TimeUnit.SECONDS);
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "png"})
  void it_must_not_be_cached_and_the_next_picture_has_its_logo(String extension) throws Exception {
    HttpResponse<Buffer> bare = get(extension);
    hurry.set(false);
    HttpResponse<Buffer> whole = get(extension);

    assertEquals("bare", bare.bodyAsString());
    assertEquals("no time", bare.getHeader("Blazon-Logo"));
    assertEquals("no-store", bare.getHeader("Cache-Control"));
    assertEquals("with logo", whole.bodyAsString());
    assertEquals("painted", whole.getHeader("Blazon-Cache"));
    assertEquals("public, max-age=86400, immutable", whole.getHeader("Cache-Control"));
  }

  private HttpResponse<Buffer> get(String extension) throws Exception {
    return client
        .get(server.actualPort(), "127.0.0.1", "/v1/badge." + extension + "?message=x&logo=y")
        .send()
        .await(20, TimeUnit.SECONDS);
  }
}
