package dev.blazon.chart;

import java.util.List;

/**
 * Shares of a whole.
 *
 * @param form how the shares are drawn
 * @param bars in the order in which they are drawn: bars from the top, slices clockwise
 * @param total the whole; at least the sum of the bars
 */
public record ShareChart(Caption caption, Form form, List<Bar> bars, long total) implements Chart {

  /** How the shares are drawn. */
  public enum Form {
    BARS,
    /** Slices of a disc, with a list of their names; a picture too small for it has bars. */
    PIE
  }

  /** One share: a name and its number, which is not negative. */
  public record Bar(String name, long number) {}

  public ShareChart {
    bars = List.copyOf(bars);
  }

  /** Shares as bars. */
  public ShareChart(Caption caption, List<Bar> bars, long total) {
    this(caption, Form.BARS, bars, total);
  }
}
