package dev.blazon.imaging;

import static dev.blazon.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Logo;
import dev.blazon.badge.Picture;
import dev.blazon.badge.Picture.Source;
import dev.blazon.badge.Style;
import dev.blazon.imaging.cache.DiskCache;
import dev.blazon.service.OverloadedException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagingServiceTest {

  private static final Duration DAY = Duration.ofHours(24);

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final CountDownLatch mayPaint = new CountDownLatch(1);
  private final AtomicInteger paintings = new AtomicInteger();
  private final List<ImagingService> services = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    mayPaint.countDown();
    for (ImagingService service : services) {
      service.close().await(20, TimeUnit.SECONDS);
    }
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  /** Paints SVG at once, and PNG when the test allows it. */
  private final class TestPainter implements Painter {

    @Override
    public boolean isQuick(Badge badge, ImageFormat format) {
      return format == ImageFormat.SVG;
    }

    @Override
    public Painted paint(Badge badge, ImageFormat format) {
      paintings.incrementAndGet();
      if (badge.message().equals("impossible")) {
        throw new IllegalStateException("cannot paint this");
      }
      if (badge.message().equals("bottomless")) {
        throw new StackOverflowError();
      }
      try {
        if (!isQuick(badge, format) && !mayPaint.await(20, TimeUnit.SECONDS)) {
          throw new IllegalStateException("the test forgot to allow it");
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      Optional<String> problem = badge.logo().map(logo -> "no time");
      byte[] body = badge.accessibleText().getBytes(StandardCharsets.UTF_8);
      return new Painted(body, problem, problem.isPresent());
    }
  }

  private ImagingService service(Path cacheFolder, int painters, int queue) {
    return service(cacheFolder, painters, queue, 64 << 20);
  }

  private ImagingService service(Path cacheFolder, int painters, int queue, long paintBytes) {
    ImagingConfig config =
        new ImagingConfig(cacheFolder, DAY, 1 << 20, 1 << 20, paintBytes, painters, queue);
    DiskCache disk = new DiskCache(cacheFolder, DAY, 1 << 20, Clock.systemUTC(), metrics);
    ImagingService service =
        new ImagingService(vertx, config, new TestPainter(), new RoomOfCharts(), disk, metrics);
    services.add(service);
    return service;
  }

  private static Badge badge(String message) {
    return Badge.of("wheel", message, BadgeColor.GREEN);
  }

  private static Picture await(Future<Picture> picture) throws Exception {
    return picture.await(20, TimeUnit.SECONDS);
  }

  @Test
  void a_generic_picture_is_found_on_disk_after_a_restart() throws Exception {
    ImagingService before = service(folder, 1, 1);
    Picture painted = await(before.picture(badge("yes"), ImageFormat.SVG, true));
    Picture remembered = await(before.picture(badge("yes"), ImageFormat.SVG, true));
    before.close().await(20, TimeUnit.SECONDS);

    Picture fromDisk = await(service(folder, 1, 1).picture(badge("yes"), ImageFormat.SVG, true));

    assertEquals(
        List.of(Source.PAINTED, Source.MEMORY, Source.DISK),
        List.of(painted.source(), remembered.source(), fromDisk.source()));
    assertEquals(painted.body(), fromDisk.body());
    assertEquals(painted.etag(), fromDisk.etag());
    assertEquals(1, paintings.get());
  }

  @Test
  void any_other_picture_is_not_written_to_disk() throws Exception {
    ImagingService before = service(folder, 1, 1);
    assertEquals(
        Source.PAINTED, await(before.picture(badge("1.0"), ImageFormat.SVG, false)).source());
    assertEquals(
        Source.MEMORY, await(before.picture(badge("1.0"), ImageFormat.SVG, false)).source());
    before.close().await(20, TimeUnit.SECONDS);

    Picture later = await(service(folder, 1, 1).picture(badge("1.0"), ImageFormat.SVG, true));

    assertEquals(Source.PAINTED, later.source());
  }

  @Test
  void a_picture_that_lacks_its_logo_for_lack_of_time_is_not_cached() throws Exception {
    ImagingService service = service(folder, 1, 1);
    Badge wanting =
        new Badge(
            "wheel",
            "yes",
            BadgeColor.GREEN,
            Optional.empty(),
            Style.FLAT,
            Optional.of(Logo.of("slow")),
            List.of(),
            "",
            1);

    for (int i = 0; i < 2; i++) {
      Picture picture = await(service.picture(wanting, ImageFormat.SVG, true));
      assertEquals(Source.PAINTED, picture.source());
      assertEquals(Optional.of("no time"), picture.logoProblem());
      assertTrue(picture.hurried());
    }
  }

  @Test
  void concurrent_requests_share_one_painting() throws Exception {
    ImagingService service = service(folder, 2, 2);
    List<Future<Picture>> pictures = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      pictures.add(service.picture(badge("yes"), ImageFormat.PNG, i % 2 == 0));
    }
    mayPaint.countDown();

    for (Future<Picture> picture : pictures) {
      assertEquals("wheel: yes", await(picture).body().toString());
    }
    assertEquals(1, paintings.get());
  }

  /** A picture of this size is allowed to take the whole budget, and then no other is painted. */
  @Test
  void pictures_are_painted_within_one_budget_of_memory() throws Exception {
    ImagingService service = service(folder, 2, 2, 1024);
    Future<Picture> one = service.picture(badge("one"), ImageFormat.PNG, false);
    eventually(vertx, () -> used() == 1024);

    Future<Picture> other = service.picture(badge("other"), ImageFormat.PNG, false);
    eventually(vertx, other::isComplete);

    assertInstanceOf(OverloadedException.class, other.cause());
    mayPaint.countDown();
    assertEquals(Source.PAINTED, await(one).source());
    eventually(vertx, () -> used() == 0);
    assertEquals(
        Source.PAINTED, await(service.picture(badge("other"), ImageFormat.PNG, false)).source());
  }

  private double used() {
    return metrics.get("blazon.budget.used").tag("budget", "pictures").gauge().value();
  }

  @Test
  void too_much_work_is_refused_at_once() throws Exception {
    ImagingService service = service(folder, 1, 2);
    List<Future<Picture>> taken = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      taken.add(service.picture(badge("number " + i), ImageFormat.PNG, false));
    }

    Future<Picture> refused = service.picture(badge("one too many"), ImageFormat.PNG, false);

    assertInstanceOf(OverloadedException.class, refused.cause());
    assertEquals(1, metrics.counter("blazon.workers.refused", "workers", "painters").count());
    mayPaint.countDown();
    for (Future<Picture> picture : taken) {
      assertEquals(Source.PAINTED, await(picture).source());
    }
    Picture retried = await(service.picture(badge("one too many"), ImageFormat.PNG, false));
    assertEquals(Source.PAINTED, retried.source());
  }

  @Test
  void a_painter_s_exception_fails_the_picture_and_is_not_cached() {
    ImagingService service = service(folder, 1, 1);

    for (ImageFormat format : ImageFormat.values()) {
      for (boolean generic : new boolean[] {true, false}) {
        Future<Picture> picture = service.picture(badge("impossible"), format, generic);
        assertThrows(IllegalStateException.class, () -> await(picture));
      }
    }
    assertEquals(4, paintings.get());
  }

  @Test
  void a_painter_s_error_fails_the_picture_at_once() {
    ImagingService service = service(folder, 1, 1);

    for (ImageFormat format : ImageFormat.values()) {
      for (boolean generic : new boolean[] {true, false, true}) {
        Future<Picture> picture = service.picture(badge("bottomless"), format, generic);
        assertThrows(StackOverflowError.class, () -> await(picture));
      }
    }
  }

  @Test
  void pictures_are_painted_even_if_the_disk_is_broken() throws Exception {
    Path file = Files.createFile(folder.resolve("a file, not a folder"));
    ImagingService service = service(file, 1, 1);

    Picture picture = await(service.picture(badge("yes"), ImageFormat.SVG, true));

    assertEquals(Source.PAINTED, picture.source());
    service.close().await(20, TimeUnit.SECONDS);
    assertTrue(metrics.counter("blazon.disk.cache.failures").count() >= 2);
  }

  @Test
  void a_picture_arrives_on_the_caller_s_context() throws Exception {
    ImagingService service = service(folder, 1, 1);
    List<Context> callers = List.of(vertx.getOrCreateContext(), vertx.getOrCreateContext());
    List<Future<Context>> answeredOn = new ArrayList<>();
    for (Context caller : callers) {
      Promise<Context> answered = Promise.promise();
      answeredOn.add(answered.future());
      caller.runOnContext(
          turn ->
              service
                  .picture(badge("yes"), ImageFormat.PNG, false)
                  .onComplete(picture -> answered.complete(Vertx.currentContext())));
    }
    mayPaint.countDown();

    for (int i = 0; i < callers.size(); i++) {
      assertSame(callers.get(i), answeredOn.get(i).await(20, TimeUnit.SECONDS));
    }
  }
}
