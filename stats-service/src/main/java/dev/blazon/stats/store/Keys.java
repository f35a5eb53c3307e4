package dev.blazon.stats.store;

import dev.blazon.count.Month;

/**
 * Keys of rows about a project's month. The month comes first, so that an import touches only the
 * part of the table that holds its month.
 */
final class Keys {

  private static final int MONTH_SHIFT = 32;

  static long of(Month month, int project) {
    return first(month) + project;
  }

  /** A key that is smaller than all of the month, and larger than all of months before. */
  static long first(Month month) {
    return (long) month.number() << MONTH_SHIFT;
  }

  static Month month(long key) {
    return new Month((int) (key >>> MONTH_SHIFT));
  }

  static int project(long key) {
    return (int) key;
  }

  private Keys() {}
}
