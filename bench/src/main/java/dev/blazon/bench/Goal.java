package dev.blazon.bench;

import java.util.Locale;

/**
 * A goal of the design, with the measured value.
 *
 * @param what the measured quantity, in words
 * @param measured the measured value
 * @param target the value to reach
 * @param direction whether a larger or a smaller value is better
 * @param unit the unit of both values: {@code ×}, {@code req/s}, {@code ms} …
 */
public record Goal(String what, double measured, double target, Direction direction, String unit) {

  public enum Direction {
    AT_LEAST("≥"),
    AT_MOST("≤");

    private final String sign;

    Direction(String sign) {
      this.sign = sign;
    }
  }

  boolean met() {
    return direction == Direction.AT_LEAST ? measured >= target : measured <= target;
  }

  /**
   * {@code met}, or by how much it was missed, as a share of the target; without a share if the
   * target is 0.
   */
  String verdict() {
    if (met()) {
      return "met";
    }
    if (target == 0) {
      return "**missed**";
    }
    double share = Math.abs(measured - target) / Math.abs(target);
    return String.format(Locale.ROOT, "**missed by %.0f %%**", Math.ceil(share * 100));
  }

  /** The target with its sign, for example {@code ≥ 40 ×}. */
  String targetText() {
    return direction.sign + " " + Numbers.plain(target) + " " + unit;
  }
}
