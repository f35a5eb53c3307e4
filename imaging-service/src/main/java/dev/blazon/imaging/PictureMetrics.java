package dev.blazon.imaging;

import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Counts pictures by format and source, and times the painting: of badges, or of charts. Meters are
 * looked up once.
 */
final class PictureMetrics {

  /** From a plain SVG to a logo that takes up to its time limit. */
  private static final Duration[] BUCKETS = {
    Duration.ofNanos(10_000),
    Duration.ofNanos(50_000),
    Duration.ofNanos(100_000),
    Duration.ofNanos(250_000),
    Duration.ofNanos(500_000),
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2)
  };

  private final Map<ImageFormat, Map<Picture.Source, Counter>> pictures =
      new EnumMap<>(ImageFormat.class);
  private final Map<ImageFormat, Timer> paintings = new EnumMap<>(ImageFormat.class);

  static PictureMetrics ofBadges(MeterRegistry metrics) {
    return new PictureMetrics(
        metrics,
        "blazon.pictures",
        "blazon.painting",
        "painting one picture, including its logo",
        EnumSet.allOf(Picture.Source.class));
  }

  static PictureMetrics ofCharts(MeterRegistry metrics) {
    return new PictureMetrics(
        metrics,
        "blazon.charts",
        "blazon.chart.painting",
        "painting one chart",
        EnumSet.of(Picture.Source.MEMORY, Picture.Source.PAINTED));
  }

  private PictureMetrics(
      MeterRegistry metrics,
      String counters,
      String timers,
      String description,
      Set<Picture.Source> sources) {
    for (ImageFormat format : ImageFormat.values()) {
      Map<Picture.Source, Counter> bySource = new EnumMap<>(Picture.Source.class);
      for (Picture.Source source : sources) {
        String name = source.name().toLowerCase(Locale.ROOT);
        bySource.put(
            source, metrics.counter(counters, "format", format.extension(), "source", name));
      }
      pictures.put(format, bySource);
      paintings.put(
          format,
          Timer.builder(timers)
              .description(description)
              .tag("format", format.extension())
              .serviceLevelObjectives(BUCKETS)
              .register(metrics));
    }
  }

  void count(Picture picture) {
    pictures.get(picture.format()).get(picture.source()).increment();
  }

  void painted(ImageFormat format, long nanoseconds) {
    paintings.get(format).record(nanoseconds, TimeUnit.NANOSECONDS);
  }
}
