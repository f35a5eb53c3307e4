package dev.blazon.imaging.png.encode;

import java.util.Arrays;

/**
 * The distinct colours of a picture, numbered in the order of first occurrence, and how often each
 * occurs. Reused for many pictures.
 */
final class ColorCounts {

  /** Colours beyond these are rounded, and then there are no more than as many again. */
  private static final int EXACT = 1 << 15;

  /** Five bits a channel remain. */
  private static final int ROUNDED = 0xfff8f8f8;

  private static final int LEAST_SLOTS = 1 << 12;

  private int[] slots = new int[LEAST_SLOTS];
  private int[] colors = new int[LEAST_SLOTS];
  private int[] counts = new int[LEAST_SLOTS];
  private int size;

  void clear() {
    Arrays.fill(slots, 0);
    size = 0;
  }

  /** The number of a colour, which has occurred so many times more. */
  int add(int color, int times) {
    int wanted = size >= EXACT ? color & ROUNDED : color;
    int slot = slot(wanted);
    int number = slots[slot] - 1;
    if (number < 0) {
      number = size++;
      slots[slot] = size;
      colors[number] = wanted;
      counts[number] = 0;
      if (2 * size >= slots.length) {
        grow();
      }
    }
    counts[number] += times;
    return number;
  }

  private int slot(int color) {
    int mask = slots.length - 1;
    int slot = (color * 0x9e3779b1) >>> (32 - Integer.numberOfTrailingZeros(slots.length));
    while (slots[slot] != 0 && colors[slots[slot] - 1] != color) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    colors = Arrays.copyOf(colors, slots.length);
    counts = Arrays.copyOf(counts, slots.length);
    for (int number = 0; number < size; number++) {
      slots[slot(colors[number])] = number + 1;
    }
  }

  int size() {
    return size;
  }

  int color(int number) {
    return colors[number];
  }

  int count(int number) {
    return counts[number];
  }
}
