package dev.blazon.imaging.png.text;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A typeface of the font in the jar: outlines and shaping, in font units.
 *
 * <p>The font is loaded at the size of its design grid, where every coordinate is a whole number.
 * Font engines cannot round or hint there, so all give the same outlines. Thread-safe.
 */
public enum Typeface {
  REGULAR("DejaVuSans.ttf"),
  BOLD("DejaVuSans-Bold.ttf");

  /** The design grid of DejaVu ({@code unitsPerEm} of its {@code head} table). */
  public static final int UNITS_PER_EM = 2048;

  /**
   * {@code ascent} in the {@code hhea} table, with {@link #DESCENT} the height of a browser's line.
   */
  public static final int ASCENT = 1901;

  public static final int DESCENT = 483;

  private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

  @SuppressWarnings("ImmutableEnumChecker") // java.awt.Font is immutable, by its documentation
  private final Font font;

  Typeface(String file) {
    try (InputStream in = Typeface.class.getResourceAsStream("dejavu/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the jar");
      }
      font =
          Font.createFont(Font.TRUETYPE_FONT, in)
              .deriveFont((float) UNITS_PER_EM)
              .deriveFont(
                  Map.of(
                      TextAttribute.KERNING, TextAttribute.KERNING_ON,
                      TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(file + " is damaged", e);
    }
  }

  /** Shapes text of one direction into glyphs in visual order. */
  GlyphVector shape(char[] text, int start, int end, boolean rightToLeft) {
    int flags = rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
    return font.layoutGlyphVector(UNHINTED, text, start, end, flags);
  }

  /** The outline of a glyph with its origin at (0, 0), y downwards, transformed. */
  public PathIterator outline(int glyph, AffineTransform transform) {
    return font.createGlyphVector(UNHINTED, new int[] {glyph})
        .getGlyphOutline(0)
        .getPathIterator(transform);
  }
}
