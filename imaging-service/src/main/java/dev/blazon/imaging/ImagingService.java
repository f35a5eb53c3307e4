package dev.blazon.imaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.blazon.badge.Badge;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.badge.Picture.Source;
import dev.blazon.imaging.cache.DiskCache;
import dev.blazon.service.Flights;
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
 * Text and colour in, picture out: from memory, else from disk when the picture is generic, else
 * painted. Thread-safe, and never blocks the caller; start one for a process.
 */
public final class ImagingService {

  /** The longest that a hanging disk may keep a picture waiting: painting it anew is quicker. */
  private static final Duration DISK_DEADLINE = Duration.ofSeconds(1);

  /** GitHub's image proxy gives up after about four seconds; the API's own deadline is shorter. */
  private static final Duration PAINT_DEADLINE = Duration.ofSeconds(3);

  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);
  private static final int DISK_THREADS = 2;
  private static final int DISK_QUEUE = 256;

  /** Read when the service starts, not when the first picture waits for it. */
  private static final String EDITION = Edition.CURRENT;

  private final Vertx vertx;
  private final Painter painter;
  private final DiskCache disk;
  private final BoundedWorkers diskWorkers;
  private final BoundedWorkers paintWorkers;
  private final PictureMetrics metrics;
  private final Cache<PictureKey, Picture> memory;
  private final Flights<PictureKey, Picture> flights = new Flights<>();
  private final long sweepTimer;

  /** The service with everything it needs, ready to paint. */
  public static ImagingService create(
      Vertx vertx, ImagingConfig config, Clock clock, MeterRegistry metrics) {
    DiskCache disk =
        new DiskCache(
            config.cacheFolder(), config.cacheTime(), config.cacheBytes(), clock, metrics);
    return new ImagingService(vertx, config, new BadgePainter(metrics), disk, metrics);
  }

  ImagingService(
      Vertx vertx, ImagingConfig config, Painter painter, DiskCache disk, MeterRegistry metrics) {
    this.vertx = vertx;
    this.painter = painter;
    this.disk = disk;
    this.metrics = new PictureMetrics(metrics);
    this.diskWorkers = new BoundedWorkers(vertx, "disk", DISK_THREADS, DISK_QUEUE, metrics);
    this.paintWorkers =
        new BoundedWorkers(vertx, "painters", config.painters(), config.queue(), metrics);
    // Kept for ever if there is room: the same key always gives the same picture.
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
   * The picture of a badge. Many who ask for the same one at once get it from one painting.
   *
   * @param generic whether the picture depends on no project, and is worth keeping on disk
   * @return the picture, on the caller's Vert.x context when there is one; or a failure: {@link
   *     OverloadedException}, or a {@link TimeoutException} when painting takes too long
   */
  public Future<Picture> picture(Badge badge, ImageFormat format, boolean generic) {
    PictureKey key = new PictureKey(badge, format);
    Picture kept = memory.getIfPresent(key);
    if (kept != null) {
      metrics.count(kept);
      return Future.succeededFuture(kept);
    }
    if (!generic && painter.isQuick(badge, format)) {
      return paintedHere(key);
    }
    return flights.join(key, () -> generic ? fromDiskOrPainted(key) : painted(key));
  }

  /** Whether a picture could not be had because there was too much to do: no sign of a mistake. */
  public static boolean isForWantOfTime(Throwable problem) {
    return problem instanceof OverloadedException || problem instanceof TimeoutException;
  }

  /** Stops the sweeping and lets go of the worker threads; Vert.x stays open. */
  public Future<Void> close() {
    vertx.cancelTimer(sweepTimer);
    return Future.join(diskWorkers.close(), paintWorkers.close()).mapEmpty();
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
                    ? Future.succeededFuture(kept(key, found.get()))
                    : painted(key).onSuccess(picture -> keepOnDisk(file, picture)));
  }

  private Future<Picture> painted(PictureKey key) {
    return painter.isQuick(key.badge(), key.format())
        ? paintedHere(key)
        : paintWorkers
            .run(() -> paint(key))
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

  private Picture kept(PictureKey key, Buffer body) {
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

  /** In the background. A picture without the logo it should have is not worth its place. */
  private void keepOnDisk(String file, Picture picture) {
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
