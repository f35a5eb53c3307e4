package dev.blazon.chart.wire;

/** Thrown for bytes that are no chart, or one beyond the bounds of {@link ChartExchange}. */
public final class InvalidChartException extends Exception {

  InvalidChartException(String problem) {
    super(problem, null, false, false);
  }
}
