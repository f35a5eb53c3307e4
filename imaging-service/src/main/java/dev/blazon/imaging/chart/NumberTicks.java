package dev.blazon.imaging.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The ticks of a vertical axis from 0 on, in steps of 1, 2 or 5 times a power of ten.
 *
 * @param step the difference between two ticks
 * @param count the number of ticks above 0
 */
record NumberTicks(double step, int count) {

  /** The axis of a chart in which nothing was counted. */
  private static final int OF_NOTHING = 10;

  private static final double[] STEPS = {1, 2, 5, 10};

  /**
   * Chooses the ticks.
   *
   * @param greatest the greatest number shown
   * @param most how many ticks above 0 there is room for, at least 1
   */
  static NumberTicks upTo(double greatest, int most) {
    double top = greatest > 0 ? greatest : OF_NOTHING;
    double power = 1;
    while (power * 10 * most < top) {
      power *= 10;
    }
    for (double size : STEPS) {
      double step = size * power;
      if (step * most >= top) {
        return new NumberTicks(step, (int) Math.ceil(top / step));
      }
    }
    throw new IllegalStateException("no step for " + greatest);
  }

  /** The upper end of the axis. */
  double top() {
    return step * count;
  }

  double at(int tick) {
    return step * tick;
  }

  /** The words at the ticks, from 0 on. */
  List<String> labels() {
    List<String> labels = new ArrayList<>(count + 1);
    for (int tick = 0; tick <= count; tick++) {
      labels.add(ShortNumber.of((long) at(tick)));
    }
    return labels;
  }
}
