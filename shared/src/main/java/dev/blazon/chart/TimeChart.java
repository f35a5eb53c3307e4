package dev.blazon.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Numbers over time.
 *
 * @param form how the lines are drawn
 * @param interval the stretch of time of one number
 * @param starts the first day of each stretch, ascending; stretches without any number are in it
 *     too
 * @param lines at least one, each with a number for each start; the first is drawn first, or at the
 *     bottom of a stack
 * @param marks days that the chart marks with a line and a few words, such as a change of counting
 * @param suspects the starts whose numbers are odd, as places in {@code starts}
 */
public record TimeChart(
    Caption caption,
    Form form,
    Interval interval,
    List<LocalDate> starts,
    List<ChartLine> lines,
    List<ChartMark> marks,
    Set<Integer> suspects)
    implements Chart {

  /** How the lines are drawn. */
  public enum Form {
    LINE,
    /** Filled down to zero; for one line. */
    AREA,
    /** Areas upon each other, so that the top is the sum. */
    STACKED
  }

  /** The stretch of time of one number. */
  public enum Interval {
    DAY,
    WEEK,
    MONTH
  }

  public TimeChart {
    starts = List.copyOf(starts);
    lines = List.copyOf(lines);
    marks = List.copyOf(marks);
    suspects = Set.copyOf(suspects);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a chart has at least one line");
    }
    for (ChartLine line : lines) {
      if (line.numbers().length != starts.size()) {
        throw new IllegalArgumentException("a line has one number for each start");
      }
    }
  }
}
