package dev.blazon.imaging.png.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.blazon.imaging.png.raster.GlyphMask;
import java.awt.geom.AffineTransform;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A typeface at one size: a cache of its glyphs as masks, each rasterised at first use.
 *
 * <p>Letters can start at every quarter of a pixel, as in Chromium, so each has four masks. The
 * glyphs of Latin text stay in memory; the thousands of others are in a bounded cache, so that
 * requests with rare letters cannot exhaust the memory. Thread-safe.
 */
public final class Strike {

  /** The number of positions of a glyph within a pixel. */
  public static final int PHASES = 4;

  /** Glyphs below this are cached for good. DejaVu's glyphs are in Unicode order: up to U+017F. */
  private static final int PERMANENT_GLYPHS = 384;

  private static final long OTHERS = 2048;

  private final Typeface typeface;
  private final double pixelsPerEm;
  private final double deviation;
  private final AtomicReferenceArray<GlyphMask> sharp =
      new AtomicReferenceArray<>(PERMANENT_GLYPHS * PHASES);
  private final AtomicReferenceArray<BlurredMask> blurred =
      new AtomicReferenceArray<>(PERMANENT_GLYPHS * PHASES);
  private final Cache<Integer, GlyphMask> otherSharp =
      Caffeine.newBuilder().maximumSize(OTHERS).build();
  private final Cache<Integer, BlurredMask> otherBlurred =
      Caffeine.newBuilder().maximumSize(OTHERS).build();

  /**
   * Creates an empty strike.
   *
   * @param pixelsPerEm the size in device pixels
   * @param deviation the deviation of the blurred masks, in device pixels
   */
  Strike(Typeface typeface, double pixelsPerEm, double deviation) {
    this.typeface = typeface;
    this.pixelsPerEm = pixelsPerEm;
    this.deviation = deviation;
  }

  public double pixelsPerEm() {
    return pixelsPerEm;
  }

  /** The mask of a glyph whose origin is {@code phase} quarters right of a pixel's left edge. */
  public GlyphMask sharp(int glyph, int phase) {
    int key = glyph * PHASES + phase;
    if (glyph >= PERMANENT_GLYPHS) {
      return otherSharp.get(key, this::rasterize);
    }
    GlyphMask mask = sharp.getPlain(key);
    if (mask == null) {
      mask = rasterize(key);
      sharp.setRelease(key, mask);
    }
    return mask;
  }

  /** The same mask, blurred. */
  public BlurredMask blurred(int glyph, int phase) {
    int key = glyph * PHASES + phase;
    if (glyph >= PERMANENT_GLYPHS) {
      return otherBlurred.get(key, this::blur);
    }
    BlurredMask mask = blurred.getPlain(key);
    if (mask == null) {
      mask = blur(key);
      blurred.setRelease(key, mask);
    }
    return mask;
  }

  private GlyphMask rasterize(int key) {
    int glyph = key / PHASES;
    double shift = (key % PHASES) / (double) PHASES;
    double scale = pixelsPerEm / Typeface.UNITS_PER_EM;
    AffineTransform toPixels = new AffineTransform(scale, 0, 0, scale, shift, 0);
    return GlyphMask.of(transform -> typeface.outline(glyph, transform), toPixels);
  }

  private BlurredMask blur(int key) {
    return BlurredMask.of(sharp(key / PHASES, key % PHASES), deviation);
  }
}
