package dev.blazon.imaging.png;

import dev.blazon.imaging.layout.PlacedText;
import dev.blazon.imaging.png.raster.Canvas;
import dev.blazon.imaging.png.raster.GlyphMask;
import dev.blazon.imaging.png.text.GlyphCaches;
import dev.blazon.imaging.png.text.GlyphRun;
import dev.blazon.imaging.png.text.Strike;
import dev.blazon.imaging.png.text.Tone;
import dev.blazon.imaging.png.text.Typeface;
import java.util.Arrays;

/** Paints lines of text with their shadows. Not thread-safe: it reuses its buffers. */
final class TextPainter {

  /** The distance from the text down to its shadow, in pixels at scale 1. */
  static final int DROP = 1;

  /** How far an SVG filter extends beyond the text's box on each side, as a fraction of the box. */
  private static final double FILTER_MARGIN = 0.1;

  private final GlyphCaches glyphs;
  private final GlyphRun run = new GlyphRun();
  private final SoftShadow softShadow = new SoftShadow();

  /** The x coordinate of each glyph's origin, in quarters of a pixel. */
  private int[] quarters = new int[64];

  TextPainter(GlyphCaches glyphs) {
    this.glyphs = glyphs;
  }

  /**
   * Paints a line and its shadow.
   *
   * @param scale device pixels per pixel of the layout
   */
  void paint(PlacedText text, Shadow shadow, int scale, Canvas canvas) {
    Typeface typeface = text.font().bold() ? Typeface.BOLD : Typeface.REGULAR;
    glyphs.shaper(typeface).shape(text.text(), run);
    Strike strike = glyphs.strike(typeface, text.font().size(), scale);

    double length = place(text, strike.pixelsPerEm() / Typeface.UNITS_PER_EM, scale);
    int baseline = (int) Math.floor(text.baseline() * scale + 0.5);
    int below = baseline + DROP * scale;
    int shadowColor = text.ink().shadowArgb();
    switch (shadow) {
      case NONE -> {}
      case SHARP -> paint(strike, below, shadowColor, Tone.FULL, canvas);
      case SOFT -> {
        blur(strike, text.centerX() * scale, length, below);
        softShadow.paint(shadowColor, canvas);
        paint(strike, below, shadowColor, Tone.FAINT, canvas);
      }
    }
    paint(strike, baseline, text.ink().argb(), Tone.FULL, canvas);
  }

  /**
   * Computes the origins of the glyphs like SVG's {@code textLength} with {@code
   * lengthAdjust="spacing"}: the same space, or overlap, between all neighbouring clusters. A
   * single cluster does not change.
   *
   * @param unit device pixels per font unit
   * @return the line's length in device pixels
   */
  private double place(PlacedText text, double unit, int scale) {
    int gaps = run.clusterCount() - 1;
    double natural = run.advance() * unit;
    double length = gaps > 0 ? text.length() * scale : natural;
    double space = gaps > 0 ? (length - natural) / gaps : 0;
    double start = text.centerX() * scale - length / 2;
    if (quarters.length < run.count()) {
      quarters = Arrays.copyOf(quarters, run.count());
    }
    for (int i = 0; i < run.count(); i++) {
      double x = start + run.position(i) * unit + run.cluster(i) * space;
      quarters[i] = (int) Math.floor(x * Strike.PHASES + 0.5);
    }
    return length;
  }

  private void paint(Strike strike, int baseline, int color, byte[] tone, Canvas canvas) {
    for (int i = 0; i < run.count(); i++) {
      int x = Math.floorDiv(quarters[i], Strike.PHASES);
      GlyphMask mask = strike.sharp(run.glyph(i), Math.floorMod(quarters[i], Strike.PHASES));
      canvas.paint(mask, x + mask.left(), baseline + mask.top(), color, tone);
    }
  }

  private void blur(Strike strike, double centerX, double length, int baseline) {
    double unit = strike.pixelsPerEm() / Typeface.UNITS_PER_EM;
    double ascent = Typeface.ASCENT * unit;
    double descent = Typeface.DESCENT * unit;
    double reachX = length * (0.5 + FILTER_MARGIN);
    double marginY = (ascent + descent) * FILTER_MARGIN;
    softShadow.reset(
        (int) Math.floor(centerX - reachX),
        (int) Math.floor(baseline - ascent - marginY),
        (int) Math.ceil(centerX + reachX),
        (int) Math.ceil(baseline + descent + marginY));
    for (int i = 0; i < run.count(); i++) {
      int x = Math.floorDiv(quarters[i], Strike.PHASES);
      int phase = Math.floorMod(quarters[i], Strike.PHASES);
      softShadow.add(strike.blurred(run.glyph(i), phase), x, baseline);
    }
  }
}
