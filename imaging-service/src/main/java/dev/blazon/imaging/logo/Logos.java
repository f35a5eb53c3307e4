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
 * Finds, sanitises and rasterises the logos of badges, and caches the results. Thread-safe. May
 * take some milliseconds, up to two seconds for a custom logo, so call it on worker threads.
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

  /** The cache key of a logo. Of the style, only whether it is social affects a logo's colour. */
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

  /** The result of looking up a logo. */
  public sealed interface FoundLogo {

    /** A sanitised logo. */
    final class Ready implements FoundLogo {
      private final LogoImage image;
      private final ReadyLogo logo;

      private Ready(LogoImage image, ReadyLogo logo) {
        this.image = image;
        this.logo = logo;
      }

      /** The logo as embedded in an SVG. */
      public LogoImage image() {
        return image;
      }
    }

    /**
     * There is no such logo.
     *
     * @param problem the reason in one line of ASCII, which contains no text from the request
     */
    record Missing(String problem) implements FoundLogo {}
  }

  /** Creates empty caches, with their metrics in the registry. */
  public Logos(MeterRegistry registry) {
    this.metrics = new LogoMetrics(registry);
  }

  /** The slugs of all simple-icons logos, sorted. */
  public static List<String> names() {
    return NamedLogos.slugs();
  }

  /** Whether the badge's logo is in the cache, so that {@link #find} returns at once. */
  public boolean isKnown(Badge badge) {
    return badge
        .logo()
        .map(logo -> answers.getIfPresent(LogoKey.of(logo, badge.style())))
        .isPresent();
  }

  /** Finds the logo, or the reason why there is none. */
  public FoundLogo find(Logo logo, Style style) {
    LogoKey key = LogoKey.of(logo, style);
    FoundLogo known = answers.getIfPresent(key);
    metrics.answer(known != null);
    return known != null ? known : answers.get(key, missed -> load(logo, style));
  }

  private static FoundLogo load(Logo logo, Style style) {
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

  /** The logo in pixels, in the size for a picture of this scale; or why there are no pixels. */
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
