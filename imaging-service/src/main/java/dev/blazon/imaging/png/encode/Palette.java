package dev.blazon.imaging.png.encode;

import java.util.Arrays;

/**
 * The distinct colours of a picture and their numbers. Until {@link #settle} is called, they are
 * numbered in the order of first occurrence. Reused for many pictures.
 */
final class Palette {

  static final int MAX_COLORS = 256;

  /** Returned instead of a number if there are too many colours. */
  static final int FULL = -1;

  private static final int SLOT_BITS = 10;
  private static final int SLOTS = 1 << SLOT_BITS;

  /** Marks a free slot; no pixel has this value, because transparent pixels are 0. */
  private static final int FREE = 0x00ffffff;

  private final int[] slotColors = new int[SLOTS];
  private final short[] slotNumbers = new short[SLOTS];
  private final int[] seen = new int[MAX_COLORS];
  private final int[] colors = new int[MAX_COLORS];
  private final byte[] settled = new byte[MAX_COLORS];
  private int count;
  private int translucent;

  /** Removes all colours. */
  void clear() {
    Arrays.fill(slotColors, FREE);
    count = 0;
  }

  /** The number of a colour, which is added if it is new; {@link #FULL} if there is no room. */
  int number(int color) {
    int slot = (color * 0x9e3779b1) >>> (32 - SLOT_BITS);
    while (slotColors[slot] != color) {
      if (slotColors[slot] == FREE) {
        if (count == MAX_COLORS) {
          return FULL;
        }
        slotColors[slot] = color;
        slotNumbers[slot] = (short) count;
        seen[count] = color;
        return count++;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slotNumbers[slot];
  }

  /**
   * Gives all colours their final numbers. Translucent colours come first, because PNG lists
   * opacities only up to the last translucent colour.
   *
   * @return the final number for each earlier number
   */
  byte[] settle() {
    int next = 0;
    for (int i = 0; i < count; i++) {
      if (seen[i] >>> 24 != 0xff) {
        settle(i, next++);
      }
    }
    translucent = next;
    for (int i = 0; i < count; i++) {
      if (seen[i] >>> 24 == 0xff) {
        settle(i, next++);
      }
    }
    return settled;
  }

  private void settle(int before, int number) {
    settled[before] = (byte) number;
    colors[number] = seen[before];
  }

  int count() {
    return count;
  }

  /** The number of translucent colours, which are the first ones. */
  int translucent() {
    return translucent;
  }

  /** The colour with this final number. */
  int color(int number) {
    return colors[number];
  }
}
