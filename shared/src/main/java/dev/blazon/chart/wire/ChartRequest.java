package dev.blazon.chart.wire;

import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLook;
import java.util.Objects;

/** A chart that is to be painted, and how it should look. */
public record ChartRequest(Chart chart, ChartLook look) {

  public ChartRequest {
    Objects.requireNonNull(chart);
    Objects.requireNonNull(look);
  }
}
