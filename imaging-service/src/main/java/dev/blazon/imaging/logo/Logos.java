package dev.blazon.imaging.logo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.blazon.badge.Badge;
import dev.blazon.badge.Logo;
import dev.blazon.badge.Style;
import dev.blazon.imaging.layout.LogoImage;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * Finds the logos that badges ask for, makes them safe, and rasterises them; each once, while there
 * is room to remember it. Thread-safe. May take some milliseconds, so it belongs on worker threads.
 */
public final class Logos {

  /** The height of every logo in a badge, in pixels. */
  private static final int HEIGHT = 14;

  private static final long ANSWER_CHARACTERS = 4 << 20;
  private static final long RASTER_PIXELS = 1 << 20;

  private final LogoRasterizer rasterizer = new LogoRasterizer();
  private final LogoMetrics metrics;

  private final Cache<LogoKey, FoundLogo> answers =
      Caffeine.newBuilder().maximumWeight(ANSWER_CHARACTERS).weigher(LogoKey::weight).build();
  private final Cache<RasterKey, LogoPixels> rasters =
      Caffeine.newBuilder().maximumWeight(RASTER_PIXELS).weigher(RasterKey::weight).build();

  /** The colour of a named logo depends on the style only by whether it is the social one. */
  private record LogoKey(Logo logo, boolean social) {

    static LogoKey of(Logo logo, Style style) {
      return new LogoKey(logo, style == Style.SOCIAL);
    }

    int weight(FoundLogo found) {
      int text = found instanceof FoundLogo.Ready ready ? 2 * ready.image().dataUri().length() : 0;
      return logo.source().length() + text + 200;
    }
  }

  private record RasterKey(ReadyLogo logo, int width, int height) {

    int weight(LogoPixels pixels) {
      return pixels.argb().length + 100;
    }
  }

  /** A logo that was looked up. */
  public sealed interface FoundLogo {

    /** A logo, safe to be painted. */
    final class Ready implements FoundLogo {
      private final LogoImage image;
      private final ReadyLogo logo;

      private Ready(LogoImage image, ReadyLogo logo) {
        this.image = image;
        this.logo = logo;
      }

      /** As it stands in an SVG. */
      public LogoImage image() {
        return image;
      }
    }

    /**
     * No logo.
     *
     * @param problem why, in one line of ASCII, without any of the reader's own words
     */
    record Missing(String problem) implements FoundLogo {}
  }

  /** No logos yet; counts in these metrics how often one is known already. */
  public Logos(MeterRegistry registry) {
    this.metrics = new LogoMetrics(registry);
  }

  /** The names of all named logos, sorted: the slugs of simple-icons. */
  public static List<String> names() {
    return NamedLogos.slugs();
  }

  /** Whether the badge's logo was looked up lately, so that it can be had at once. */
  public boolean isKnown(Badge badge) {
    return badge
        .logo()
        .map(logo -> answers.getIfPresent(LogoKey.of(logo, badge.style())))
        .isPresent();
  }

  /** The logo, or why there is none. */
  public FoundLogo find(Logo logo, Style style) {
    LogoKey key = LogoKey.of(logo, style);
    FoundLogo known = answers.getIfPresent(key);
    metrics.answer(known != null);
    return known != null ? known : answers.get(key, missed -> look(logo, style));
  }

  private static FoundLogo look(Logo logo, Style style) {
    try {
      ReadyLogo ready =
          CustomLogos.isCustom(logo.source())
              ? CustomLogos.read(logo.source())
              : NamedLogos.read(logo, style);
      double natural = logo.autoSize() ? HEIGHT * ready.proportion() : HEIGHT;
      double width = logo.width().isPresent() ? logo.width().getAsInt() : natural;
      return new FoundLogo.Ready(
          new LogoImage(ready.dataUri(), Math.max(1, Math.min(width, Logo.MAX_WIDTH))), ready);
    } catch (LogoException e) {
      return new FoundLogo.Missing(e.getMessage());
    }
  }

  /** The logo in pixels, as large as it is in a picture of that scale, or why not. */
  public Raster raster(FoundLogo.Ready ready, int scale) {
    int width = Math.max(1, (int) Math.round(ready.image.width() * scale));
    RasterKey key = new RasterKey(ready.logo, width, HEIGHT * scale);
    LogoPixels known = rasters.getIfPresent(key);
    metrics.raster(known != null);
    if (known != null) {
      return known;
    }
    Raster painted = rasterizer.rasterize(ready.logo, width, HEIGHT * scale);
    if (painted instanceof LogoPixels pixels) {
      rasters.put(key, pixels);
    }
    return painted;
  }
}
