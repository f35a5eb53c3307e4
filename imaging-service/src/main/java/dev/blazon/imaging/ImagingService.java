package dev.blazon.imaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeQuery;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.badge.Picture.Source;
import dev.blazon.imaging.cache.DiskCache;
import dev.blazon.service.Contexts;
import dev.blazon.service.http.EntityTag;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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

  /** What a kept picture takes besides its bytes and its key's text, roughly. */
  private static final int OVERHEAD_BYTES = 600;

  private final Vertx vertx;
  private final Painter painter;
  private final DiskCache disk;
  private final BoundedWorkers diskWorkers;
  private final BoundedWorkers paintWorkers;
  private final PictureMetrics metrics;
  private final Cache<Wish, Picture> memory;
  private final ConcurrentMap<Wish, Future<Picture>> flights = new ConcurrentHashMap<>();
  private final long sweepTimer;

  private record Wish(Badge badge, ImageFormat format) {

    /** The key on disk, where pictures of an older edition of the painters must not be found. */
    String diskKey() {
      return EDITION + ' ' + format.extension() + '?' + BadgeQuery.encode(badge);
    }

    int weight(Picture picture) {
      int text = badge.label().length() + badge.message().length();
      int logo = badge.logo().map(wanted -> wanted.source().length()).orElse(0);
      return picture.body().length() + text + logo + OVERHEAD_BYTES;
    }
  }

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
    // Kept for ever if there is room: the same wish always gives the same picture.
    this.memory =
        Caffeine.newBuilder().maximumWeight(config.memoryBytes()).weigher(Wish::weight).build();
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
    Wish wish = new Wish(badge, format);
    Picture kept = memory.getIfPresent(wish);
    if (kept != null) {
      metrics.count(kept);
      return Future.succeededFuture(kept);
    }
    if (!generic && painter.isQuick(badge, format)) {
      return paintedHere(wish);
    }
    return shared(wish, generic);
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

  private Future<Picture> shared(Wish wish, boolean generic) {
    Promise<Picture> promise = Promise.promise();
    Future<Picture> underWay = flights.putIfAbsent(wish, promise.future());
    if (underWay == null) {
      // Whatever is thrown here must end the flight, or all who come later would wait for ever.
      Future.succeededFuture(wish)
          .compose(begun -> generic ? fromDiskOrPainted(wish) : painted(wish))
          .onComplete(
              (picture, failure) -> {
                flights.remove(wish);
                promise.complete(picture, failure);
              });
    }
    return Contexts.resumeOnCaller(underWay == null ? promise.future() : underWay);
  }

  private Future<Picture> fromDiskOrPainted(Wish wish) {
    String key = wish.diskKey();
    return diskWorkers
        .run(() -> disk.read(key))
        .timeout(DISK_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(Optional.empty())
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(kept(wish, found.get()))
                    : painted(wish).onSuccess(picture -> keepOnDisk(key, picture)));
  }

  private Future<Picture> painted(Wish wish) {
    return painter.isQuick(wish.badge(), wish.format())
        ? paintedHere(wish)
        : paintWorkers
            .run(() -> paint(wish))
            .timeout(PAINT_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Future<Picture> paintedHere(Wish wish) {
    return Future.succeededFuture(wish).map(this::paint);
  }

  private Picture paint(Wish wish) {
    long start = System.nanoTime();
    Painter.Painted painted = painter.paint(wish.badge(), wish.format());
    metrics.painted(wish.format(), System.nanoTime() - start);
    if (painted.hurried()) {
      String etag = EntityTag.of(painted.body());
      Buffer body = Buffer.buffer(painted.body());
      return counted(
          new Picture(wish.format(), body, etag, Source.PAINTED, painted.logoProblem(), true));
    }
    return remember(wish, painted.body(), Source.PAINTED, painted.logoProblem());
  }

  private Picture kept(Wish wish, Buffer body) {
    return remember(wish, body.getBytes(), Source.DISK, Optional.empty());
  }

  private Picture remember(Wish wish, byte[] bytes, Source source, Optional<String> logoProblem) {
    Buffer body = Buffer.buffer(bytes);
    String etag = EntityTag.of(bytes);
    memory.put(wish, new Picture(wish.format(), body, etag, Source.MEMORY, logoProblem, false));
    return counted(new Picture(wish.format(), body, etag, source, logoProblem, false));
  }

  private Picture counted(Picture picture) {
    metrics.count(picture);
    return picture;
  }

  /** In the background. A picture without the logo it should have is not worth its place. */
  private void keepOnDisk(String key, Picture picture) {
    if (picture.logoProblem().isEmpty()) {
      diskWorkers.run(
          () -> {
            disk.write(key, picture.body());
            return null;
          });
    }
  }

  private Void sweep() {
    disk.sweep();
    return null;
  }
}
