package dev.blazon.bench;

import java.util.Locale;

/**
 * What the design asks for, beside what was measured.
 *
 * @param what the thing measured, in words
 * @param measured its value
 * @param wanted the value it should reach
 * @param direction whether more or less is better
 * @param unit behind both numbers: {@code ×}, {@code req/s}, {@code ms} …
 */
public record Goal(String what, double measured, double wanted, Direction direction, String unit) {

  public enum Direction {
    AT_LEAST("≥"),
    AT_MOST("≤");

    private final String sign;

    Direction(String sign) {
      this.sign = sign;
    }
  }

  boolean met() {
    return direction == Direction.AT_LEAST ? measured >= wanted : measured <= wanted;
  }

  /**
   * {@code met}, or by how much it was missed, as a share of what was wanted (of nothing: no
   * share).
   */
  String verdict() {
    if (met()) {
      return "met";
    }
    if (wanted == 0) {
      return "**missed**";
    }
    double share = Math.abs(measured - wanted) / Math.abs(wanted);
    return String.format(Locale.ROOT, "**missed by %.0f %%**", Math.ceil(share * 100));
  }

  /** The wanted value with its sign, for example {@code ≥ 40 ×}. */
  String target() {
    return direction.sign + " " + Numbers.plain(wanted) + " " + unit;
  }
}
