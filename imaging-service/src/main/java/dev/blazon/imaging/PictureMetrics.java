package dev.blazon.imaging;

import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts pictures by format and source, and times the painting; looked up once, not each time. */
final class PictureMetrics {

  private final Map<ImageFormat, Map<Picture.Source, Counter>> pictures =
      new EnumMap<>(ImageFormat.class);
  private final Map<ImageFormat, Timer> paintings = new EnumMap<>(ImageFormat.class);

  PictureMetrics(MeterRegistry metrics) {
    for (ImageFormat format : ImageFormat.values()) {
      Map<Picture.Source, Counter> bySource = new EnumMap<>(Picture.Source.class);
      for (Picture.Source source : Picture.Source.values()) {
        String name = source.name().toLowerCase(Locale.ROOT);
        bySource.put(
            source,
            metrics.counter("blazon.pictures", "format", format.extension(), "source", name));
      }
      pictures.put(format, bySource);
      paintings.put(format, metrics.timer("blazon.painting", "format", format.extension()));
    }
  }

  void count(Picture picture) {
    pictures.get(picture.format()).get(picture.source()).increment();
  }

  void painted(ImageFormat format, long nanoseconds) {
    paintings.get(format).record(nanoseconds, TimeUnit.NANOSECONDS);
  }
}
