package dev.blazon.api.chart;

import dev.blazon.chart.TimeChart;
import java.util.Locale;
import java.util.Optional;

/** The parameter {@code form}: how numbers are drawn. */
enum Shape {
  LINE(Optional.of(TimeChart.Form.LINE)),
  AREA(Optional.of(TimeChart.Form.AREA)),
  STACKED(Optional.of(TimeChart.Form.STACKED)),
  /** Shares of all days together. */
  BARS(Optional.empty());

  private final Optional<TimeChart.Form> overTime;
  private final String word = name().toLowerCase(Locale.ROOT);

  Shape(Optional<TimeChart.Form> overTime) {
    this.overTime = overTime;
  }

  String word() {
    return word;
  }

  /** The form over time; empty if the shape is not about time. */
  Optional<TimeChart.Form> overTime() {
    return overTime;
  }
}
