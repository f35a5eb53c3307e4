package dev.blazon.chart;

import java.util.Arrays;

/**
 * One line of a chart.
 *
 * @param name as in {@code 2.31.0}; may be empty if the chart has only this line
 * @param numbers not negative, or {@link #MISSING}; owned by the line
 */
@SuppressWarnings("ArrayRecordComponent") // Equality is by content; nobody changes the numbers.
public record ChartLine(String name, long[] numbers) {

  /** Stands for a number that is not known. The line has a gap there. */
  public static final long MISSING = -1;

  @Override
  public boolean equals(Object other) {
    return other instanceof ChartLine line
        && name.equals(line.name)
        && Arrays.equals(numbers, line.numbers);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    return name + Arrays.toString(numbers);
  }
}
