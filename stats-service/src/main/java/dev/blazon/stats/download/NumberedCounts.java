package dev.blazon.stats.download;

import java.util.Arrays;

/**
 * Counts by number, collected in any order and read in ascending order. Equal numbers are added up.
 * Used again and again by one thread.
 */
final class NumberedCounts {

  private static final int FIRST_CAPACITY = 256;

  private long[] order = new long[FIRST_CAPACITY];
  private long[] all = new long[FIRST_CAPACITY];
  private long[] withoutMirrors = new long[FIRST_CAPACITY];
  private int size;
  private boolean sorted = true;

  /** Takes counts in ascending order. */
  interface Taker {
    void take(int number, long all, long withoutMirrors);
  }

  void clear() {
    size = 0;
    sorted = true;
  }

  void add(int number, long allDownloads, long without) {
    if (size == order.length) {
      order = Arrays.copyOf(order, size * 2);
      all = Arrays.copyOf(all, size * 2);
      withoutMirrors = Arrays.copyOf(withoutMirrors, size * 2);
    }
    order[size] = (long) number << 32 | size;
    sorted &= size == 0 || order[size - 1] >> 32 < number;
    all[size] = allDownloads;
    withoutMirrors[size] = without;
    size++;
  }

  void giveTo(Taker taker) {
    if (!sorted) {
      Arrays.sort(order, 0, size);
    }
    int i = 0;
    while (i < size) {
      int number = (int) (order[i] >> 32);
      long sumAll = 0;
      long sumWithout = 0;
      for (; i < size && (int) (order[i] >> 32) == number; i++) {
        int place = (int) order[i];
        sumAll += all[place];
        sumWithout += withoutMirrors[place];
      }
      taker.take(number, sumAll, sumWithout);
    }
  }
}
