package dev.blazon.imaging.png.text;

import java.awt.font.GlyphVector;
import java.text.Bidi;
import java.util.Arrays;

/**
 * Computes the glyphs of a text and their positions, like a browser: with kerning and ligatures,
 * right-to-left scripts, and joined letters.
 *
 * <p>Plain Latin text, which is nearly all text, is looked up in tables. They are filled from the
 * JDK's shaper, one letter or pair at a time; all other text goes to the JDK's shaper. Thread-safe:
 * every thread computes the same ints for the tables, so a lost race only costs time.
 */
public final class Shaper {

  /** The codes in the tables are Latin-1, followed by the five ligatures of f. */
  private static final int LATIN = 0x100;

  private static final char FIRST_LIGATURE = '\uFB00';
  private static final int CODES = LATIN + 5;

  /** The number of letters in ff, fi, fl, ffi, ffl. */
  private static final int[] LIGATURE_LENGTHS = {2, 2, 2, 3, 3};

  private static final int UNKNOWN = Integer.MIN_VALUE;

  private final Typeface typeface;
  private final int[] glyphs = filled(CODES);
  private final int[] advances = filled(CODES);
  private final int[] kerns = filled(CODES * CODES);

  Shaper(Typeface typeface) {
    this.typeface = typeface;
  }

  private static int[] filled(int length) {
    int[] values = new int[length];
    Arrays.fill(values, UNKNOWN);
    return values;
  }

  /** Shapes a text into the run, and replaces the run's former content. */
  public void shape(String text, GlyphRun run) {
    if (!shapeLatin(text, run)) {
      shapeAny(text, run);
    }
  }

  /** Shapes text that the tables cover; otherwise returns false with an incomplete run. */
  private boolean shapeLatin(String text, GlyphRun run) {
    run.clear();
    int x = 0;
    int before = -1;
    int length = text.length();
    for (int i = 0; i < length; ) {
      char c = text.charAt(i);
      int ligature = c == 'f' ? ligatureAt(text, i) : -1;
      int code = ligature < 0 ? c : LATIN + ligature;
      if ((ligature < 0 && !isPlain(c)) || (c == ' ' && before == ' ')) {
        return false;
      }
      if (before >= 0) {
        x += kern(before, code);
      }
      run.add(glyph(code), x, true);
      x += advances[code];
      i += ligature < 0 ? 1 : LIGATURE_LENGTHS[ligature];
      before = code;
    }
    run.endAt(x);
    return true;
  }

  private static boolean isPlain(char c) {
    return (c >= ' ' && c < 0x7f) || (c > 0xa0 && c < LATIN && c != 0xad);
  }

  /** Which of ff, fi, fl, ffi, ffl (U+FB00 to U+FB04) starts at the f at index i; -1: none. */
  private static int ligatureAt(String text, int i) {
    return switch (charAt(text, i + 1)) {
      case 'i' -> 1;
      case 'l' -> 2;
      case 'f' ->
          switch (charAt(text, i + 2)) {
            case 'i' -> 3;
            case 'l' -> 4;
            default -> 0;
          };
      default -> -1;
    };
  }

  private static char charAt(String text, int i) {
    return i < text.length() ? text.charAt(i) : 0;
  }

  private int glyph(int code) {
    int glyph = glyphs[code];
    if (glyph == UNKNOWN) {
      GlyphVector alone = shapeRun(new char[] {charOf(code)}, 0, 1, false);
      advances[code] = (int) alone.getGlyphPosition(1).getX();
      glyph = alone.getGlyphCode(0);
      glyphs[code] = glyph;
    }
    return glyph;
  }

  /** The kerning between two letters, in font units: negative if they are closer together. */
  private int kern(int first, int second) {
    int at = first * CODES + second;
    int kern = kerns[at];
    if (kern == UNKNOWN) {
      glyph(first);
      GlyphVector pair = shapeRun(new char[] {charOf(first), charOf(second)}, 0, 2, false);
      kern = (int) pair.getGlyphPosition(1).getX() - advances[first];
      kerns[at] = kern;
    }
    return kern;
  }

  private static char charOf(int code) {
    return (char) (code < LATIN ? code : FIRST_LIGATURE + code - LATIN);
  }

  /** Shapes any text, without the tables. */
  void shapeAny(String text, GlyphRun run) {
    run.clear();
    char[] chars = collapseSpaces(text);
    Bidi bidi = new Bidi(chars, 0, null, 0, chars.length, Bidi.DIRECTION_LEFT_TO_RIGHT);
    int runs = bidi.getRunCount();
    byte[] levels = new byte[runs];
    Integer[] order = new Integer[runs];
    for (int i = 0; i < runs; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      order[i] = i;
    }
    Bidi.reorderVisually(levels, 0, order, 0, runs);
    int x = 0;
    for (int i : order) {
      boolean rightToLeft = (bidi.getRunLevel(i) & 1) == 1;
      GlyphVector shaped = shapeRun(chars, bidi.getRunStart(i), bidi.getRunLimit(i), rightToLeft);
      x = append(shaped, x, run);
    }
    run.endAt(x);
  }

  private GlyphVector shapeRun(char[] chars, int start, int end, boolean rightToLeft) {
    return typeface.shape(chars, start, end, rightToLeft);
  }

  private static int append(GlyphVector shaped, int x, GlyphRun run) {
    int count = shaped.getNumGlyphs();
    int clusterBefore = -1;
    for (int i = 0; i < count; i++) {
      int cluster = shaped.getGlyphCharIndex(i);
      int position = x + (int) Math.round(shaped.getGlyphPosition(i).getX());
      run.add(shaped.getGlyphCode(i), position, cluster != clusterBefore);
      clusterBefore = cluster;
    }
    return x + (int) Math.round(shaped.getGlyphPosition(count).getX());
  }

  /**
   * Replaces each run of spaces by one, like SVG (CSS Text, 4.1.1, {@code white-space: normal}).
   */
  private static char[] collapseSpaces(String text) {
    StringBuilder collapsed = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' || i == 0 || text.charAt(i - 1) != ' ') {
        collapsed.append(c);
      }
    }
    char[] chars = new char[collapsed.length()];
    collapsed.getChars(0, chars.length, chars, 0);
    return chars;
  }
}
