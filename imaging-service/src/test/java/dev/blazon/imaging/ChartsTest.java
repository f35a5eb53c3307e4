package dev.blazon.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.chart.Caption;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.wire.ChartRequest;
import dev.blazon.imaging.cache.DiskCache;
import dev.blazon.service.OverloadedException;
import dev.blazon.testing.Eventually;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChartsTest {

  private static final ChartLook LOOK = new ChartLook(ChartLook.Theme.LIGHT, 400, 200, 1);
  private static final long BUDGET = 1 << 20;

  /** More than are painted and wait at once. */
  private static final int CROWD = 100;

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final CountDownLatch mayPaint = new CountDownLatch(1);
  private final AtomicInteger paintings = new AtomicInteger();
  private ImagingService service;

  /** Paints the words of a message, when the test allows it. */
  private final class PatientBrush implements ChartBrush {

    @Override
    public byte[] paint(ChartRequest request, ImageFormat format) {
      paintings.incrementAndGet();
      try {
        if (!mayPaint.await(20, TimeUnit.SECONDS)) {
          throw new IllegalStateException("the test forgot to allow it");
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      String words = ((MessageChart) request.chart()).words();
      if (words.equals("impossible")) {
        throw new IllegalStateException("cannot paint this");
      }
      return words.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public long paintingBytes(ChartRequest request, ImageFormat format) {
      return format == ImageFormat.SVG ? 1_000 : 10 * BUDGET;
    }
  }

  @BeforeEach
  void start() {
    Duration day = Duration.ofDays(1);
    ImagingConfig config = new ImagingConfig(folder, day, 1 << 20, 1 << 20, BUDGET, 1, 4);
    DiskCache disk = new DiskCache(folder, day, 1 << 20, Clock.systemUTC(), metrics);
    service =
        new ImagingService(
            vertx, config, new BadgePainter(metrics), new PatientBrush(), disk, metrics);
  }

  @AfterEach
  void close() throws Exception {
    mayPaint.countDown();
    service.close().await(20, TimeUnit.SECONDS);
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  @Test
  void a_chart_is_painted_once_for_all_who_ask() throws Exception {
    Future<Picture> first = ask("words", ImageFormat.SVG);
    Future<Picture> second = ask("words", ImageFormat.SVG);
    mayPaint.countDown();

    assertEquals("words", await(first).body().toString());
    assertEquals(Picture.Source.PAINTED, await(second).source());
    Picture third = await(ask("words", ImageFormat.SVG));
    assertEquals(Picture.Source.MEMORY, third.source());
    assertEquals(await(first).etag(), third.etag());
    assertEquals(1, paintings.get());
    assertEquals(1, metrics.counter("blazon.charts", "format", "svg", "source", "memory").count());
    assertEquals(1, metrics.counter("blazon.charts", "format", "svg", "source", "painted").count());
  }

  @Test
  void another_look_or_format_is_another_picture() throws Exception {
    mayPaint.countDown();
    await(ask("words", ImageFormat.SVG));
    await(ask("words", ImageFormat.PNG));
    ChartLook dark = new ChartLook(ChartLook.Theme.DARK, 400, 200, 1);
    await(service.chart(message("words"), dark, ImageFormat.SVG));

    assertEquals(3, paintings.get());
  }

  @Test
  void charts_that_are_being_painted_hold_up_no_badge() throws Exception {
    List<Future<Picture>> charts = crowd();

    Badge badge = Badge.of("wheel", "yes", BadgeColor.GREEN);
    for (ImageFormat format : ImageFormat.values()) {
      assertTrue(await(service.picture(badge, format, false)).body().length() > 0);
    }
    assertTrue(charts.stream().anyMatch(chart -> !chart.isComplete()));
  }

  @Test
  void more_charts_than_can_wait_are_refused_at_once() {
    List<Future<Picture>> charts = crowd();

    List<Future<Picture>> refused = charts.stream().filter(Future::failed).toList();
    assertFalse(refused.isEmpty());
    refused.forEach(chart -> assertTrue(ImagingService.isForWantOfTime(chart.cause())));
  }

  @Test
  void a_chart_larger_than_the_budget_is_painted_alone() throws Exception {
    mayPaint.countDown();

    assertEquals("large", await(ask("large", ImageFormat.PNG)).body().toString());
    awaitMemoryGivenBack();
  }

  private void awaitMemoryGivenBack() throws TimeoutException {
    Eventually.eventually(
        vertx,
        () -> metrics.get("blazon.budget.used").tag("budget", "pictures").gauge().value() == 0);
  }

  @Test
  void a_failed_painting_gives_its_memory_back_and_is_not_remembered() throws Exception {
    mayPaint.countDown();

    assertThrows(IllegalStateException.class, () -> await(ask("impossible", ImageFormat.PNG)));
    assertThrows(IllegalStateException.class, () -> await(ask("impossible", ImageFormat.PNG)));

    assertEquals(2, paintings.get());
    awaitMemoryGivenBack();
  }

  @Test
  void pictures_in_memory_are_bounded_by_what_they_weigh() throws Exception {
    mayPaint.countDown();
    String large = "x".repeat(1 << 20);
    for (int i = 0; i < 8; i++) {
      await(ask(i + large, ImageFormat.SVG));
    }
    int before = paintings.get();
    for (int i = 0; i < 8; i++) {
      await(ask(i + large, ImageFormat.SVG));
    }

    assertTrue(paintings.get() > before, "8 MB were kept");
  }

  @Test
  void a_full_queue_is_an_overload() {
    OverloadedException full =
        (OverloadedException)
            crowd().stream().filter(Future::failed).findFirst().orElseThrow().cause();
    assertTrue(full.getMessage().contains("charts"), full.getMessage());
  }

  private List<Future<Picture>> crowd() {
    List<Future<Picture>> charts = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      charts.add(ask("chart " + i, ImageFormat.SVG));
    }
    return charts;
  }

  private Future<Picture> ask(String words, ImageFormat format) {
    return service.chart(message(words), LOOK, format);
  }

  private static MessageChart message(String words) {
    return new MessageChart(new Caption("title", "", ""), words);
  }

  private static Picture await(Future<Picture> picture) throws Exception {
    return picture.await(20, TimeUnit.SECONDS);
  }
}
