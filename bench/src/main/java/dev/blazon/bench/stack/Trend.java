package dev.blazon.bench.stack;

/**
 * Where a series of numbers, taken at even distances, is going.
 *
 * @param start the first
 * @param middle the one in the middle
 * @param end the last
 * @param growth over the second half, by the straight line that fits it best: what went up and came
 *     down again does not count, a leak does
 */
record Trend(double start, double middle, double end, double growth) {

  /**
   * @param series at least one number
   */
  static Trend of(double... series) {
    int middle = series.length / 2;
    return new Trend(series[0], series[middle], series[series.length - 1], growth(series, middle));
  }

  /** The least-squares slope from that index on, times the distance from there to the end. */
  private static double growth(double[] series, int from) {
    int count = series.length - from;
    if (count < 2) {
      return 0;
    }
    double meanIndex = (count - 1) / 2.0;
    double mean = 0;
    for (int i = 0; i < count; i++) {
      mean += series[from + i] / count;
    }
    double products = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      products += (i - meanIndex) * (series[from + i] - mean);
      squares += (i - meanIndex) * (i - meanIndex);
    }
    return products / squares * (count - 1);
  }
}
