package dev.blazon.bench.stack;

/**
 * The trend of a series of measurements at equal intervals.
 *
 * @param start the first
 * @param middle the one in the middle
 * @param end the last
 * @param growth the growth over the second half, by linear regression: a leak shows, but not a rise
 *     that ended again
 */
record Trend(double start, double middle, double end, double growth) {

  /**
   * @param series at least one number
   */
  static Trend of(double... series) {
    int middle = series.length / 2;
    return new Trend(series[0], series[middle], series[series.length - 1], growth(series, middle));
  }

  /** The least-squares slope from this index on, times the distance to the end. */
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
