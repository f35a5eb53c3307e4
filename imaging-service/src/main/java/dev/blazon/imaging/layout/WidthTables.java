package dev.blazon.imaging.layout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;

/**
 * The advance widths of every code point in the four fonts, read once from {@code widths.bin}.
 * {@code src/main/widths/README.md} describes the format.
 *
 * <p>Widths are added as doubles in reading order, as in badge-maker: it truncates to whole pixels,
 * so even the last bit of the sum can be visible.
 */
final class WidthTables {

  /** Latin, Greek, and Cyrillic are looked up directly, the rest by binary search. */
  private static final int DIRECT = 0x530;

  private static final int FONTS = 4;
  private static final double UNITS_PER_PIXEL = 100;

  /** Declared after the constants, because loading needs them. */
  static final WidthTables INSTANCE = load();

  private final int[] runStarts;
  private final char[] runTuples;
  private final double[][] tupleWidths;
  private final double[][] directWidths;

  private WidthTables(int[] runStarts, char[] runTuples, double[][] tupleWidths) {
    this.runStarts = runStarts;
    this.runTuples = runTuples;
    this.tupleWidths = tupleWidths;
    this.directWidths = new double[FONTS][DIRECT];
    for (int font = 0; font < FONTS; font++) {
      for (int codePoint = 0; codePoint < DIRECT; codePoint++) {
        directWidths[font][codePoint] = search(font, codePoint);
      }
    }
  }

  double width(int font, String text) {
    double[] direct = directWidths[font];
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < DIRECT) {
        width += direct[c];
      } else {
        int codePoint = text.codePointAt(i);
        width += search(font, codePoint);
        i += Character.charCount(codePoint) - 1;
      }
    }
    return width;
  }

  private double search(int font, int codePoint) {
    int index = Arrays.binarySearch(runStarts, codePoint);
    int run = index >= 0 ? index : -index - 2;
    return tupleWidths[font][runTuples[run]];
  }

  private static WidthTables load() {
    try (InputStream packed = WidthTables.class.getResourceAsStream("widths.bin")) {
      if (packed == null) {
        throw new IllegalStateException("widths.bin is not on the class path");
      }
      return read(new ByteArrayInputStream(new InflaterInputStream(packed).readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WidthTables read(InputStream bytes) throws IOException {
    int runs = varint(bytes);
    int tuples = varint(bytes);
    int[] starts = new int[runs];
    int start = 0;
    for (int run = 0; run < runs; run++) {
      starts[run] = start;
      start += varint(bytes);
    }
    char[] runTuples = column(bytes, runs);
    double[][] widths = new double[FONTS][];
    for (int font = 0; font < FONTS; font++) {
      widths[font] = pixels(column(bytes, tuples), unknown(starts, runTuples));
    }
    return new WidthTables(starts, runTuples, widths);
  }

  /** The tuple of {@code m}, whose width is used for unknown code points. */
  private static int unknown(int[] starts, char[] runTuples) {
    int index = Arrays.binarySearch(starts, 'm');
    return runTuples[index >= 0 ? index : -index - 2];
  }

  private static double[] pixels(char[] encoded, int unknown) {
    double[] pixels = new double[encoded.length];
    for (int i = 0; i < pixels.length; i++) {
      int hundredths = encoded[i] == 0 ? encoded[unknown] - 1 : encoded[i] - 1;
      pixels[i] = hundredths / UNITS_PER_PIXEL;
    }
    return pixels;
  }

  private static char[] column(InputStream bytes, int size) throws IOException {
    byte[] low = bytes.readNBytes(size);
    byte[] high = bytes.readNBytes(size);
    char[] values = new char[size];
    for (int i = 0; i < size; i++) {
      values[i] = (char) ((low[i] & 0xff) | (high[i] & 0xff) << 8);
    }
    return values;
  }

  private static int varint(InputStream bytes) throws IOException {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = bytes.read();
      value |= (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
  }
}
