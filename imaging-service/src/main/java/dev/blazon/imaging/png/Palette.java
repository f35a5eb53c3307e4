package dev.blazon.imaging.png;

import java.util.Arrays;

/**
 * The distinct colours of a picture and their numbers; those that are not opaque come first,
 * because PNG lists opacities only up to the last that matters. Reused from picture to picture.
 */
final class Palette {

  static final int MAX_COLORS = 256;

  private static final int SLOT_BITS = 10;
  private static final int SLOTS = 1 << SLOT_BITS;

  /** What no colour in a picture is: transparent pixels are all 0. */
  private static final int FREE = 0x00ffffff;

  private final int[] slotColors = new int[SLOTS];
  private final byte[] slotNumbers = new byte[SLOTS];
  private final int[] colors = new int[MAX_COLORS];
  private int count;
  private int translucent;

  /** Collects the colours of so many pixels; false: there are too many colours. */
  boolean collect(int[] pixels, int size) {
    Arrays.fill(slotColors, FREE);
    count = 0;
    int before = FREE;
    for (int i = 0; i < size; i++) {
      int color = pixels[i];
      if (color != before) {
        before = color;
        int slot = slot(color);
        if (slotColors[slot] == FREE) {
          if (count == MAX_COLORS) {
            return false;
          }
          slotColors[slot] = color;
          colors[count++] = color;
        }
      }
    }
    number();
    return true;
  }

  private int slot(int color) {
    int slot = (color * 0x9e3779b1) >>> (32 - SLOT_BITS);
    while (slotColors[slot] != color && slotColors[slot] != FREE) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }

  private void number() {
    translucent = 0;
    for (int i = 0; i < count; i++) {
      int color = colors[i];
      if (color >>> 24 != 0xff) {
        colors[i] = colors[translucent];
        colors[translucent++] = color;
      }
    }
    for (int i = 0; i < count; i++) {
      slotNumbers[slot(colors[i])] = (byte) i;
    }
  }

  /** The number of a collected colour. */
  byte number(int color) {
    return slotNumbers[slot(color)];
  }

  int count() {
    return count;
  }

  /** How many colours, the first ones, are not opaque. */
  int translucent() {
    return translucent;
  }

  int color(int number) {
    return colors[number];
  }
}
