package dev.blazon.chart;

import java.util.List;

/**
 * Shares of a whole, as bars.
 *
 * @param bars in the order in which they are drawn, from the top
 * @param total the whole; at least the sum of the bars
 */
public record ShareChart(Caption caption, List<Bar> bars, long total) implements Chart {

  /** One share: a name and its number, which is not negative. */
  public record Bar(String name, long number) {}

  public ShareChart {
    bars = List.copyOf(bars);
  }
}
