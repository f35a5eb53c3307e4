package dev.blazon.chart.wire;

import dev.blazon.chart.Caption;

/** Makes texts of a chart that keep the bounds of {@link ChartExchange}. Stateless. */
public final class ChartTexts {

  private ChartTexts() {}

  /** A caption; what is too long of its texts ends with an ellipsis. */
  public static Caption caption(String title, String note, String description) {
    return new Caption(
        text(title), text(note), cut(description, ChartExchange.LONGEST_DESCRIPTION));
  }

  /** A name, title, note or message; one that is too long ends with an ellipsis. */
  public static String text(String text) {
    return cut(text, ChartExchange.LONGEST_TEXT);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
