package dev.blazon.imaging.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Tinted stretches of time behind the lines. */
final class Bands {

  private static final double HATCH_DISTANCE = 6;

  /** Narrower bands are only tinted: in them, hatching would be dots. */
  private static final double LEAST_HATCHED = 6;

  /** However many bands there are, hatching stays a small part of the picture's bytes. */
  private static final int MOST_HATCHED = 12;

  private Bands() {}

  /**
   * The stretches with a property, as boxes: those beside each other are one.
   *
   * @param xs the places of the starts
   * @param reach how far a box goes towards the neighbours without the property: 0.5 is half way
   */
  static List<double[]> of(
      IntPredicate property, double[] xs, double reach, double top, double bottom) {
    List<double[]> boxes = new ArrayList<>();
    int last = xs.length - 1;
    for (int i = 0; i <= last; i++) {
      if (!property.test(i)) {
        continue;
      }
      int end = i;
      while (end < last && property.test(end + 1)) {
        end++;
      }
      double from = i == 0 ? xs[0] : xs[i] - reach * (xs[i] - xs[i - 1]);
      double to = end == last ? xs[last] : xs[end] + reach * (xs[end + 1] - xs[end]);
      boxes.add(new double[] {from, top, to - from, bottom - top});
      i = end;
    }
    return boxes;
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** Diagonal lines in the boxes that are wide enough. */
  static Shape hatch(List<double[]> boxes) {
    List<double[]> lines = new ArrayList<>();
    boxes.stream()
        .filter(box -> box[2] >= LEAST_HATCHED)
        .limit(MOST_HATCHED)
        .forEach(box -> hatch(box, lines));
    return new Shape.Rules(lines, ChartColor.HATCH, 1, 0, Page.OPAQUE);
  }

  /** Adds the parts of the lines x + y = c that are in the box. */
  private static void hatch(double[] box, List<double[]> lines) {
    double right = box[0] + box[2];
    double bottom = box[1] + box[3];
    double first = Math.ceil((box[0] + box[1]) / HATCH_DISTANCE) * HATCH_DISTANCE;
    for (double sum = first; sum < right + bottom; sum += HATCH_DISTANCE) {
      double fromX = Math.max(box[0], sum - bottom);
      double toX = Math.min(right, sum - box[1]);
      if (toX - fromX > 1) {
        lines.add(new double[] {fromX, sum - fromX, toX, sum - toX});
      }
    }
  }
}
