package dev.blazon.imaging.chart;

import dev.blazon.chart.ChartLine;
import dev.blazon.chart.TimeChart;
import dev.blazon.chart.TimeChart.Form;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of a chart over time as heights: in a stack, those of all lines below are added.
 *
 * @param tops for each line the upper end at each start; {@code NaN}: no number
 * @param known whether any line has a number at each start
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TimeNumbers(double[][] tops, boolean[] known, boolean stacked) {

  static TimeNumbers of(TimeChart chart) {
    List<ChartLine> lines = chart.lines();
    int count = chart.starts().size();
    boolean[] known = new boolean[count];
    for (ChartLine line : lines) {
      for (int i = 0; i < count; i++) {
        known[i] |= line.numbers()[i] >= 0;
      }
    }
    boolean stacked = chart.form() == Form.STACKED;
    double[][] tops = new double[lines.size()][count];
    double[] sum = new double[count];
    for (int line = 0; line < tops.length; line++) {
      long[] numbers = lines.get(line).numbers();
      for (int i = 0; i < count; i++) {
        if (stacked) {
          sum[i] += Math.max(0, numbers[i]);
          tops[line][i] = known[i] ? sum[i] : Double.NaN;
        } else {
          tops[line][i] = numbers[i] >= 0 ? numbers[i] : Double.NaN;
        }
      }
    }
    return new TimeNumbers(tops, known, stacked);
  }

  int knownStarts() {
    int count = 0;
    for (boolean one : known) {
      count += one ? 1 : 0;
    }
    return count;
  }

  int firstKnown() {
    int first = 0;
    while (!known[first]) {
      first++;
    }
    return first;
  }

  double greatest() {
    return Arrays.stream(tops)
        .flatMapToDouble(Arrays::stream)
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  /** The height at which a line ends, in a stack the middle of its band; {@code NaN}: none. */
  double end(int line) {
    for (int i = known.length - 1; i >= 0; i--) {
      if (Double.isFinite(tops[line][i])) {
        double below = stacked && line > 0 ? tops[line - 1][i] : tops[line][i];
        return stacked && line == 0 ? tops[line][i] / 2 : (tops[line][i] + below) / 2;
      }
    }
    return Double.NaN;
  }
}
