package dev.blazon.imaging.chart;

import dev.blazon.imaging.png.raster.Canvas;
import dev.blazon.imaging.png.raster.GlyphMask;
import dev.blazon.imaging.png.text.GlyphCaches;
import dev.blazon.imaging.png.text.GlyphRun;
import dev.blazon.imaging.png.text.Strike;
import dev.blazon.imaging.png.text.Typeface;

/** Paints the texts of a chart. Not thread-safe: it reuses its buffer. */
final class PngWords {

  /** The distinct opacities at the edges of letters: each adds a colour to the picture. */
  private static final int STEPS = 16;

  private static final byte[] TONE = new byte[256];

  static {
    for (int i = 0; i < TONE.length; i++) {
      TONE[i] = (byte) Math.round(Math.round(i * STEPS / 255.0) * 255.0 / STEPS);
    }
  }

  private final GlyphCaches glyphs;
  private final Canvas canvas;
  private final GlyphRun run = new GlyphRun();

  PngWords(GlyphCaches glyphs, Canvas canvas) {
    this.glyphs = glyphs;
    this.canvas = canvas;
  }

  /**
   * Paints a text.
   *
   * @param top the canvas's upper edge in the picture, in device pixels
   */
  void paint(Shape.Words words, int top, int scale, int color) {
    int baseline = (int) Math.floor(words.baseline() * scale + 0.5) - top;
    int reach = 2 * words.font().size() * scale;
    if (baseline + reach < 0 || baseline - reach > canvas.height()) {
      return;
    }
    Typeface typeface = words.font().bold() ? Typeface.BOLD : Typeface.REGULAR;
    glyphs.shaper(typeface).shape(words.text(), run);
    Strike strike = glyphs.strike(typeface, words.font().size(), scale);
    double unit = strike.pixelsPerEm() / Typeface.UNITS_PER_EM;
    double start = words.x() * scale - words.anchor().share * run.advance() * unit;
    for (int i = 0; i < run.count(); i++) {
      int quarters = (int) Math.floor((start + run.position(i) * unit) * Strike.PHASES + 0.5);
      GlyphMask mask = strike.sharp(run.glyph(i), Math.floorMod(quarters, Strike.PHASES));
      int x = Math.floorDiv(quarters, Strike.PHASES) + mask.left();
      canvas.paint(mask, x, baseline + mask.top(), color, TONE);
    }
  }
}
