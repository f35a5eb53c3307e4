package dev.blazon.bench;

import java.util.Locale;

/** Numbers for people: as many digits as mean something. */
public final class Numbers {

  private Numbers() {}

  /** {@code 1,234,567}, {@code 12.3}, {@code 0.81}: about three digits, thousands set apart. */
  public static String plain(double value) {
    double size = Math.abs(value);
    if (size >= 100 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
  }
}
