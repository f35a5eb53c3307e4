package dev.blazon.bench;

import java.util.Locale;

/** Formats numbers for people, with about three significant digits. */
public final class Numbers {

  private Numbers() {}

  /**
   * {@code 1,234,567}, {@code 12.3}, {@code 0.81}: about three digits, with thousands separators.
   */
  public static String plain(double value) {
    double size = Math.abs(value);
    if (size >= 100 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
  }
}
