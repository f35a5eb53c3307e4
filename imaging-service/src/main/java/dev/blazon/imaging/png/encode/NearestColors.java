package dev.blazon.imaging.png.encode;

import java.util.Arrays;

/**
 * The colours of a picture that its palette keeps, and for each other colour the most similar of
 * these. Colours at edges, of which there can be thousands, are rare; the frequent ones stay.
 *
 * @param kept the palette
 * @param places for the number of each colour its place in the palette
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NearestColors(int[] kept, byte[] places) {

  /** How much the eye sees of a difference in red, green and blue, in thirtieths. */
  private static final int RED = 9;

  private static final int GREEN = 18;
  private static final int BLUE = 3;

  private static final int CELLS = 1 << 15;

  static NearestColors of(ColorCounts counts) {
    int size = counts.size();
    byte[] places = new byte[size];
    // By count, the most frequent first; equally frequent ones by number, as numbers are below it.
    long[] order = new long[size];
    for (int number = 0; number < size; number++) {
      order[number] = ((long) -counts.count(number) << 32) | number;
    }
    Arrays.sort(order);
    int[] kept = new int[Math.min(size, Palette.MAX_COLORS)];
    short[] nearest = new short[size > kept.length ? CELLS : 0];
    for (int place = 0; place < size; place++) {
      int number = (int) order[place];
      int color = counts.color(number);
      if (place < kept.length) {
        kept[place] = color;
        places[number] = (byte) place;
      } else {
        int cell = cell(color);
        if (nearest[cell] == 0) {
          nearest[cell] = (short) (1 + nearest(kept, color));
        }
        places[number] = (byte) (nearest[cell] - 1);
      }
    }
    return new NearestColors(kept, places);
  }

  /** Colours that differ in the three lowest bits of a channel become the same. */
  private static int cell(int color) {
    return (color >> 9 & 0x7c00) | (color >> 6 & 0x3e0) | (color >> 3 & 0x1f);
  }

  private static int nearest(int[] kept, int color) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < kept.length; i++) {
      int red = (kept[i] >> 16 & 0xff) - (color >> 16 & 0xff);
      int green = (kept[i] >> 8 & 0xff) - (color >> 8 & 0xff);
      int blue = (kept[i] & 0xff) - (color & 0xff);
      int distance = RED * red * red + GREEN * green * green + BLUE * blue * blue;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
