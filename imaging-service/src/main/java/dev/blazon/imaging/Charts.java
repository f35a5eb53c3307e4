package dev.blazon.imaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.badge.Picture.Source;
import dev.blazon.chart.wire.ChartRequest;
import dev.blazon.service.BoundedWorkers;
import dev.blazon.service.ByteBudget;
import dev.blazon.service.Flights;
import dev.blazon.service.http.EntityTag;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Gives the picture of a chart: from memory, or painted on workers of its own, so that no chart
 * holds up a badge. Thread-safe and non-blocking.
 */
final class Charts {

  /** A chart takes milliseconds, and is asked for less often than a badge. */
  private static final int PAINTERS = 1;

  /** As many are painted within the second that a reader is willing to wait. */
  private static final int QUEUE = 64;

  /**
   * What the pictures in memory may take, in bytes: some hundred charts, which is what a crowd of
   * readers of a few pages needs. The API has its own memory of answers.
   */
  private static final long MEMORY_BYTES = 4 << 20;

  private static final Duration PAINT_DEADLINE = Duration.ofSeconds(3);

  private final ChartBrush brush;
  private final BoundedWorkers workers;
  private final ByteBudget paintMemory;
  private final PictureMetrics metrics;
  private final Flights<ChartKey, Picture> flights = new Flights<>();

  /** Entries do not expire: the same key always gives the same picture. */
  private final Cache<ChartKey, Picture> memory =
      Caffeine.newBuilder().maximumWeight(MEMORY_BYTES).weigher(ChartKey::weight).build();

  /**
   * Creates the workers.
   *
   * @param paintMemory what all pictures that are being painted may take, badges included: one
   *     chart is painted at a time, so that much is left for these
   */
  Charts(Vertx vertx, ChartBrush brush, ByteBudget paintMemory, MeterRegistry metrics) {
    this.brush = brush;
    this.workers = new BoundedWorkers(vertx, "charts", PAINTERS, QUEUE, metrics);
    this.paintMemory = paintMemory;
    this.metrics = PictureMetrics.ofCharts(metrics);
  }

  Future<Picture> picture(ChartRequest request, ImageFormat format) {
    ChartKey key = new ChartKey(request, format);
    Picture cached = memory.getIfPresent(key);
    if (cached != null) {
      metrics.count(cached);
      return Future.succeededFuture(cached);
    }
    return flights.join(
        key,
        () ->
            workers
                .run(() -> paintWithinMemory(key))
                .timeout(PAINT_DEADLINE.toMillis(), TimeUnit.MILLISECONDS));
  }

  private Picture paintWithinMemory(ChartKey key) {
    return paintMemory.with(brush.paintingBytes(key.request(), key.format()), () -> paint(key));
  }

  private Picture paint(ChartKey key) {
    long start = System.nanoTime();
    byte[] bytes = brush.paint(key.request(), key.format());
    metrics.painted(key.format(), System.nanoTime() - start);
    Buffer body = Buffer.buffer(bytes);
    String etag = EntityTag.of(bytes);
    memory.put(key, picture(key, body, etag, Source.MEMORY));
    Picture painted = picture(key, body, etag, Source.PAINTED);
    metrics.count(painted);
    return painted;
  }

  private static Picture picture(ChartKey key, Buffer body, String etag, Source source) {
    return new Picture(key.format(), body, etag, source, Optional.empty(), false);
  }

  /** Ends the workers. */
  Future<Void> close() {
    return workers.close();
  }
}
