package dev.blazon.imaging.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes numbers as newspapers do: {@code 950}, {@code 1.2M}, {@code 350K}, and percentages. */
final class ShortNumber {

  private static final String[] UNITS = {"", "K", "M", "B", "T", "Q"};
  private static final int THOUSAND = 1000;

  /** From here on, a decimal says nothing any more. */
  private static final BigDecimal WHOLE = BigDecimal.valueOf(99.95);

  private ShortNumber() {}

  /** A number that is not negative, with one decimal below 100 of its unit. */
  static String of(long number) {
    if (number < THOUSAND) {
      return Long.toString(number);
    }
    BigDecimal value = BigDecimal.valueOf(number);
    int unit = 0;
    while (unit < UNITS.length - 1 && rounded(value).compareTo(BigDecimal.valueOf(THOUSAND)) >= 0) {
      value = value.movePointLeft(3);
      unit++;
    }
    return rounded(value).stripTrailingZeros().toPlainString() + UNITS[unit];
  }

  private static BigDecimal rounded(BigDecimal value) {
    return value.setScale(value.compareTo(WHOLE) < 0 ? 1 : 0, RoundingMode.HALF_UP);
  }

  /** The share of a whole: {@code 12.3%}, {@code <0.1%}; a dash if the whole is nothing. */
  static String percent(long part, long whole) {
    if (whole <= 0) {
      return "–";
    }
    double share = 100.0 * part / whole;
    if (part > 0 && share < 0.05) {
      return "<0.1%";
    }
    BigDecimal value = BigDecimal.valueOf(share).setScale(1, RoundingMode.HALF_UP);
    return value + "%";
  }
}
