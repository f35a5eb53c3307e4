package dev.blazon.imaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.blazon.badge.Badge;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.badge.Picture.Source;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.wire.ChartRequest;
import dev.blazon.imaging.cache.DiskCache;
import dev.blazon.service.BoundedWorkers;
import dev.blazon.service.ByteBudget;
import dev.blazon.service.Flights;
import dev.blazon.service.OverloadedException;
import dev.blazon.service.http.EntityTag;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives the picture of a badge: from memory, from disk if the picture is generic, or painted; and
 * that of a chart, whose painting has workers and memory of its own. Thread-safe and non-blocking;
 * create one per process.
 */
public final class ImagingService {

  /** The longest wait for the disk; if it hangs, painting again is faster. */
  private static final Duration DISK_DEADLINE = Duration.ofSeconds(1);

  /** GitHub's image proxy gives up after about four seconds; the API's own deadline is shorter. */
  private static final Duration PAINT_DEADLINE = Duration.ofSeconds(3);

  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);
  private static final int DISK_THREADS = 2;
  private static final int DISK_QUEUE = 256;

  /** Computed when the service starts, so that the first picture does not wait for it. */
  private static final String EDITION = Edition.CURRENT;

  private final Vertx vertx;
  private final Painter painter;
  private final DiskCache disk;
  private final BoundedWorkers diskWorkers;
  private final BoundedWorkers paintWorkers;
  private final ByteBudget paintMemory;
  private final PictureMetrics metrics;
  private final Charts charts;
  private final Cache<PictureKey, Picture> memory;
  private final Flights<PictureKey, Picture> flights = new Flights<>();
  private final long sweepTimer;

  /** Creates the service with its painters and caches, and starts sweeping the disk cache. */
  public static ImagingService create(
      Vertx vertx, ImagingConfig config, Clock clock, MeterRegistry metrics) {
    DiskCache disk =
        new DiskCache(
            config.cacheFolder(), config.cacheTime(), config.cacheBytes(), clock, metrics);
    return new ImagingService(
        vertx, config, new BadgePainter(metrics), new RoomOfCharts(), disk, metrics);
  }

  ImagingService(
      Vertx vertx,
      ImagingConfig config,
      Painter painter,
      ChartBrush brush,
      DiskCache disk,
      MeterRegistry metrics) {
    this.vertx = vertx;
    this.painter = painter;
    this.disk = disk;
    this.paintMemory = new ByteBudget("pictures", config.paintBytes(), metrics);
    this.metrics = PictureMetrics.ofBadges(metrics);
    this.charts = new Charts(vertx, brush, paintMemory, metrics);
    this.diskWorkers = new BoundedWorkers(vertx, "disk", DISK_THREADS, DISK_QUEUE, metrics);
    this.paintWorkers =
        new BoundedWorkers(vertx, "painters", config.painters(), config.queue(), metrics);
    // Entries do not expire: the same key always gives the same picture.
    this.memory =
        Caffeine.newBuilder()
            .maximumWeight(config.memoryBytes())
            .weigher(PictureKey::weight)
            .build();
    diskWorkers.run(this::sweep);
    this.sweepTimer =
        vertx.setPeriodic(BETWEEN_SWEEPS.toMillis(), timer -> diskWorkers.run(this::sweep));
  }

  /**
   * The picture of a badge. Concurrent requests for the same picture share one painting.
   *
   * @param generic whether the picture is independent of any project, and so worth caching on disk
   * @return the picture, on the caller's Vert.x context if there is one; fails with {@link
   *     OverloadedException}, or with {@link TimeoutException} if painting takes more than 3 s
   */
  public Future<Picture> picture(Badge badge, ImageFormat format, boolean generic) {
    PictureKey key = new PictureKey(badge, format);
    Picture cached = memory.getIfPresent(key);
    if (cached != null) {
      metrics.count(cached);
      return Future.succeededFuture(cached);
    }
    if (!generic && painter.isQuick(badge, format)) {
      return paintedHere(key);
    }
    return flights.join(key, () -> generic ? fromDiskOrPainted(key) : painted(key));
  }

  /**
   * The picture of a chart. Concurrent requests for the same chart share one painting.
   *
   * @return the picture, on the caller's Vert.x context if there is one; fails as {@link #picture}
   */
  public Future<Picture> chart(Chart chart, ChartLook look, ImageFormat format) {
    return charts.picture(new ChartRequest(chart, look), format);
  }

  /** Whether this failure means overload (too many requests or too little time), not a bug. */
  public static boolean isForWantOfTime(Throwable problem) {
    return problem instanceof OverloadedException || problem instanceof TimeoutException;
  }

  /** Stops the sweeps and the worker threads; does not close Vert.x. */
  public Future<Void> close() {
    vertx.cancelTimer(sweepTimer);
    return Future.join(diskWorkers.close(), paintWorkers.close(), charts.close()).mapEmpty();
  }

  private Future<Picture> fromDiskOrPainted(PictureKey key) {
    String file = key.diskKey(EDITION);
    return diskWorkers
        .run(() -> disk.read(file))
        .timeout(DISK_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(Optional.empty())
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(cachedOnDisk(key, found.get()))
                    : painted(key).onSuccess(picture -> cacheOnDisk(file, picture)));
  }

  private Future<Picture> painted(PictureKey key) {
    return painter.isQuick(key.badge(), key.format())
        ? paintedHere(key)
        : paintWorkers
            .run(() -> paintMemory.with(key.paintingBytes(), () -> paint(key)))
            .timeout(PAINT_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Future<Picture> paintedHere(PictureKey key) {
    return Future.succeededFuture(key).map(this::paint);
  }

  private Picture paint(PictureKey key) {
    long start = System.nanoTime();
    Painter.Painted painted = painter.paint(key.badge(), key.format());
    metrics.painted(key.format(), System.nanoTime() - start);
    if (painted.hurried()) {
      String etag = EntityTag.of(painted.body());
      Buffer body = Buffer.buffer(painted.body());
      return counted(
          new Picture(key.format(), body, etag, Source.PAINTED, painted.logoProblem(), true));
    }
    return remember(key, painted.body(), Source.PAINTED, painted.logoProblem());
  }

  private Picture cachedOnDisk(PictureKey key, Buffer body) {
    return remember(key, body.getBytes(), Source.DISK, Optional.empty());
  }

  private Picture remember(
      PictureKey key, byte[] bytes, Source source, Optional<String> logoProblem) {
    Buffer body = Buffer.buffer(bytes);
    String etag = EntityTag.of(bytes);
    memory.put(key, new Picture(key.format(), body, etag, Source.MEMORY, logoProblem, false));
    return counted(new Picture(key.format(), body, etag, source, logoProblem, false));
  }

  private Picture counted(Picture picture) {
    metrics.count(picture);
    return picture;
  }

  /** Writes in the background. A picture whose logo is missing is not worth the space. */
  private void cacheOnDisk(String file, Picture picture) {
    if (picture.logoProblem().isEmpty()) {
      diskWorkers.run(
          () -> {
            disk.write(file, picture.body());
            return null;
          });
    }
  }

  private Void sweep() {
    disk.sweep();
    return null;
  }
}
