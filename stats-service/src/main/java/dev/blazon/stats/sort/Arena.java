package dev.blazon.stats.sort;

import java.util.Arrays;

/**
 * Rows in one array of bytes. A row is the length of its key (2 bytes), the key, and two varints:
 * all downloads, and those of mirrors. Rows are objects only as offsets, so 2.5 million of them
 * take no more than their bytes and four more each.
 */
final class Arena {

  /** Length, key, and two varints of at most ten bytes. */
  static final int MAX_ROW_BYTES = 2 + RowKey.MAX_BYTES + 20;

  /**
   * Rows of PyPI are a little longer. An array that grows would leave its smaller forms behind, in
   * a heap that is given back late.
   */
  private static final int USUAL_ROW_BYTES = 32;

  private static final int LEAST_ROWS = 64;

  private final byte[] bytes;
  private int used;
  private int[] offsets;

  /** Used again for each sorting, for the same reason. */
  private long[] prefixes = new long[0];

  private int rows;
  private boolean sorted = true;
  private boolean oneMonth = true;

  Arena(int capacity) {
    bytes = new byte[capacity];
    offsets = new int[Math.max(LEAST_ROWS, capacity / USUAL_ROW_BYTES)];
  }

  void clear() {
    used = 0;
    rows = 0;
    sorted = true;
    oneMonth = true;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  boolean isFull() {
    return bytes.length - used < MAX_ROW_BYTES;
  }

  byte[] bytes() {
    return bytes;
  }

  int rows() {
    return rows;
  }

  int offset(int row) {
    return offsets[row];
  }

  int keyLength(int offset) {
    return ((bytes[offset] & 0xff) << 8) | (bytes[offset + 1] & 0xff);
  }

  void add(
      int month,
      byte[] name,
      int nameLength,
      int day,
      int kind,
      byte[] text,
      int textFrom,
      int textTo,
      long all,
      long mirrors) {
    int start = used;
    int at = start + 2;
    bytes[at++] = (byte) (month >>> 8);
    bytes[at++] = (byte) month;
    System.arraycopy(name, 0, bytes, at, nameLength);
    at += nameLength;
    bytes[at++] = 0;
    bytes[at++] = (byte) day;
    bytes[at++] = (byte) kind;
    System.arraycopy(text, textFrom, bytes, at, textTo - textFrom);
    at += textTo - textFrom;
    int keyLength = at - start - 2;
    bytes[start] = (byte) (keyLength >>> 8);
    bytes[start + 1] = (byte) keyLength;
    at = putVarint(at, all);
    used = putVarint(at, mirrors);
    if (rows > 0) {
      compareWithLast(start);
    }
    if (rows == offsets.length) {
      offsets = Arrays.copyOf(offsets, rows * 2);
    }
    offsets[rows++] = start;
  }

  /** Sources often send rows in order: then nothing need be sorted. */
  private void compareWithLast(int start) {
    int last = offsets[rows - 1];
    if (sorted) {
      sorted = compare(last, start) <= 0;
    }
    oneMonth &= bytes[last + 2] == bytes[start + 2] && bytes[last + 3] == bytes[start + 3];
  }

  private int putVarint(int from, long value) {
    int at = from;
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
    return at;
  }

  /** Puts the rows in order. */
  void sort() {
    if (sorted) {
      return;
    }
    if (prefixes.length < rows) {
      prefixes = new long[offsets.length];
    }
    int skip = 2 + (oneMonth ? RowKey.MONTH_BYTES : 0);
    for (int i = 0; i < rows; i++) {
      prefixes[i] = prefix(offsets[i] + skip, offsets[i] + 2 + keyLength(offsets[i]));
    }
    sort(0, rows - 1);
    sorted = true;
  }

  /** The first bytes of a key as a number that compares like them. */
  private long prefix(int from, int end) {
    long prefix = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      prefix = (prefix << 8) | (from + i < end ? bytes[from + i] & 0xff : 0);
    }
    return prefix ^ Long.MIN_VALUE;
  }

  private void sort(int first, int last) {
    int low = first;
    int high = last;
    while (high - low > 12) {
      int middle = medianOfThree(low, (low + high) >>> 1, high);
      long pivotPrefix = prefixes[middle];
      int pivot = offsets[middle];
      int i = low;
      int j = high;
      while (i <= j) {
        while (compare(prefixes[i], offsets[i], pivotPrefix, pivot) < 0) {
          i++;
        }
        while (compare(prefixes[j], offsets[j], pivotPrefix, pivot) > 0) {
          j--;
        }
        if (i <= j) {
          swap(i++, j--);
        }
      }
      // The smaller part by recursion, so that the stack stays shallow.
      if (j - low < high - i) {
        sort(low, j);
        low = i;
      } else {
        sort(i, high);
        high = j;
      }
    }
    insertionSort(low, high);
  }

  private void insertionSort(int low, int high) {
    for (int i = low + 1; i <= high; i++) {
      for (int j = i;
          j > low && compare(prefixes[j - 1], offsets[j - 1], prefixes[j], offsets[j]) > 0;
          j--) {
        swap(j - 1, j);
      }
    }
  }

  private int medianOfThree(int a, int b, int c) {
    boolean aBeforeB = compare(prefixes[a], offsets[a], prefixes[b], offsets[b]) < 0;
    boolean bBeforeC = compare(prefixes[b], offsets[b], prefixes[c], offsets[c]) < 0;
    if (aBeforeB == bBeforeC) {
      return b;
    }
    boolean aBeforeC = compare(prefixes[a], offsets[a], prefixes[c], offsets[c]) < 0;
    return aBeforeB == aBeforeC ? c : a;
  }

  private void swap(int i, int j) {
    long prefix = prefixes[i];
    prefixes[i] = prefixes[j];
    prefixes[j] = prefix;
    int offset = offsets[i];
    offsets[i] = offsets[j];
    offsets[j] = offset;
  }

  private int compare(long prefixA, int a, long prefixB, int b) {
    return prefixA != prefixB ? Long.compare(prefixA, prefixB) : compare(a, b);
  }

  private int compare(int a, int b) {
    return Arrays.compareUnsigned(
        bytes, a + 2, a + 2 + keyLength(a), bytes, b + 2, b + 2 + keyLength(b));
  }
}
