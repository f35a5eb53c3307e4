package dev.blazon.imaging.png.text;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The caches of glyphs that painters share: a shaper for each typeface, and a strike for each size.
 * Thread-safe.
 */
public final class GlyphCaches {

  /** The deviation of the soft shadow's blur, in pixels at scale 1 (badge-maker 6.0.0). */
  public static final double BLUR = 1.6;

  private record Size(Typeface typeface, int pixels, int scale) {}

  private final Shaper regular = new Shaper(Typeface.REGULAR);
  private final Shaper bold = new Shaper(Typeface.BOLD);
  private final ConcurrentMap<Size, Strike> strikes = new ConcurrentHashMap<>();

  public Shaper shaper(Typeface typeface) {
    return typeface == Typeface.BOLD ? bold : regular;
  }

  /**
   * The glyphs of a typeface at a size.
   *
   * @param size the size in pixels at scale 1
   */
  public Strike strike(Typeface typeface, int size, int scale) {
    return strikes.computeIfAbsent(
        new Size(typeface, size, scale), s -> new Strike(typeface, size * scale, BLUR * scale));
  }
}
