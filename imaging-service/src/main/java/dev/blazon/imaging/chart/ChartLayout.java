package dev.blazon.imaging.chart;

import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.TimeChart;
import dev.blazon.imaging.layout.Box;
import java.util.List;
import java.util.Optional;

/**
 * What stands where in a chart's picture, in CSS pixels. It contains only numbers, words and names
 * of colours, so that both painters show the same.
 *
 * @param title the title as given, for readers who do not see the chart
 * @param description the description as given; may be empty
 * @param plot where the numbers stand; empty: there are none, or they are bars
 * @param shapes in the order in which they are painted
 */
record ChartLayout(
    int width,
    int height,
    String title,
    String description,
    Optional<Box> plot,
    List<Shape> shapes) {

  private static final String NOTHING = "There are no numbers for this time.";

  /**
   * Computes the layout of a chart. A chart with the numbers of only one day, week or month has
   * bars, since a curve needs two.
   */
  static ChartLayout of(Chart chart, ChartLook look) {
    if (chart instanceof ShareChart shares) {
      return ofShares(shares, look);
    }
    if (chart instanceof MessageChart message) {
      return MessageLayout.of(message.caption(), message.words(), look);
    }
    TimeChart time = (TimeChart) chart;
    TimeNumbers numbers = TimeNumbers.of(time);
    return switch (numbers.knownStarts()) {
      case 0 -> MessageLayout.of(time.caption(), NOTHING, look);
      case 1 -> ShareLayout.ofMoment(time, numbers.firstKnown(), look);
      default -> new TimeLayout(time, numbers, look).layOut();
    };
  }

  /** A pie of nothing would be an empty place, and one that is too small, a blot. */
  private static ChartLayout ofShares(ShareChart shares, ChartLook look) {
    if (shares.form() == ShareChart.Form.BARS) {
      return ShareLayout.ofShares(shares, look);
    }
    if (shares.total() == 0) {
      return MessageLayout.of(shares.caption(), NOTHING, look);
    }
    return new PieLayout(shares, look).layOut().orElseGet(() -> ShareLayout.ofShares(shares, look));
  }

  /** The size of the smallest text, which most have. */
  int smallestText() {
    return shapes.stream()
        .filter(Shape.Words.class::isInstance)
        .mapToInt(shape -> ((Shape.Words) shape).font().size())
        .min()
        .orElse(Page.LEAST_SIZE);
  }
}
