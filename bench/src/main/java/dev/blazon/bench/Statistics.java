package dev.blazon.bench;

import java.util.Arrays;

/** The median, least and greatest value of a series of measurements. */
record Statistics(double median, double least, double most) {

  /**
   * Summarises at least one measurement, in any order. The median of an even number of them is the
   * mean of the middle two.
   *
   * @throws IllegalArgumentException when there is none, or one is not a number (NaN)
   */
  static Statistics of(double... measurements) {
    if (measurements.length == 0) {
      throw new IllegalArgumentException("no measurement");
    }
    double[] sorted = measurements.clone();
    Arrays.sort(sorted);
    if (Double.isNaN(sorted[sorted.length - 1])) {
      throw new IllegalArgumentException("a measurement is not a number");
    }
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Statistics(median, sorted[0], sorted[sorted.length - 1]);
  }
}
