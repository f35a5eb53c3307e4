package dev.blazon.imaging.chart;

import java.time.LocalDate;
import java.util.List;

/**
 * Where days stand in a plot.
 *
 * @param left the place of the first day, in pixels
 * @param width the distance to the last day
 */
record DateScale(LocalDate first, LocalDate last, double left, double width) {

  /** The scale of at least two stretches. */
  static DateScale of(List<LocalDate> starts, double left, double width) {
    return new DateScale(starts.get(0), starts.get(starts.size() - 1), left, width);
  }

  /** The place of a day, in pixels. */
  double x(LocalDate day) {
    return left + (day.toEpochDay() - first.toEpochDay()) * day();
  }

  /** The width of a day. */
  double day() {
    return width / Math.max(1, last.toEpochDay() - first.toEpochDay());
  }

  boolean shows(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  double right() {
    return left + width;
  }
}
