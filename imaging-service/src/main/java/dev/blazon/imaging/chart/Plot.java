package dev.blazon.imaging.chart;

import dev.blazon.chart.TimeChart.Form;
import dev.blazon.imaging.layout.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Draws the lines and areas of a chart over time into their box. */
final class Plot {

  /** The radius of a hollow dot, which marks a number as unusual. */
  static final double DOT = 3;

  /** The width of its edge. */
  static final double RING = 1.5;

  private static final double LONE_DOT = 2.2;
  private static final double BOLD = 2;
  private static final double FINE = 1.5;

  /** Wider separators would hide the areas where these are steep. */
  private static final double EDGE = 0.8;

  /** Pixels between two starts, below which separators would hide the areas. */
  private static final double CLOSE = 4;

  /** Pixels between two starts, below which lines are finer. */
  private static final double DENSE = 2.5;

  private static final int TINT = 18;

  /** All lines together; with six bytes a point, an SVG stays below 30 KB. */
  private static final int MOST_POINTS = 3_600;

  /** More dots would hide the lines. */
  private static final int MOST_DOTS = 200;

  private final Page page;
  private final TimeNumbers numbers;
  private final Box box;
  private final double top;
  private final int[] xs;

  /**
   * Prepares drawing.
   *
   * @param top the number at the upper edge of the box
   * @param xs the places of the starts, in pixels
   */
  Plot(Page page, TimeNumbers numbers, Box box, double top, double[] xs) {
    this.page = page;
    this.numbers = numbers;
    this.box = box;
    this.top = top;
    this.xs = new int[xs.length];
    for (int i = 0; i < xs.length; i++) {
      this.xs[i] = Points.tenths(xs[i]);
    }
  }

  /** The place of a number, in pixels from the top of the picture. */
  double y(double number) {
    return box.y() + box.height() * (1 - number / top);
  }

  /** The distance of two starts, in pixels. */
  private double step() {
    return box.width() / (xs.length - 1);
  }

  private double edge() {
    return step() < CLOSE ? 0 : EDGE;
  }

  void draw(Form form) {
    int count = numbers.tops().length;
    switch (form) {
      case STACKED -> {
        // From the highest sum down: each area hides what is below its line of the one before.
        for (int line = count - 1; line >= 0; line--) {
          area(line, Page.OPAQUE, edge());
        }
      }
      case AREA -> {
        // Tints of several lines would mix to colours that mean nothing.
        if (count == 1) {
          area(0, TINT, 0);
        }
        curves();
      }
      case LINE -> curves();
    }
  }

  private void curves() {
    for (int line = 0; line < numbers.tops().length; line++) {
      List<int[]> curves = new ArrayList<>();
      List<int[]> dots = new ArrayList<>();
      pieces(line).forEach(piece -> (piece.length > 2 ? curves : dots).add(piece));
      ChartColor color = ChartColor.line(line);
      if (!curves.isEmpty()) {
        page.add(new Shape.Curve(curves, color, step() < DENSE ? FINE : BOLD));
      }
      if (!dots.isEmpty()) {
        page.add(new Shape.Dots(dots, LONE_DOT, color, false));
      }
    }
  }

  private void area(int line, int opacity, double edge) {
    int half = Math.max(5, (xs[xs.length - 1] - xs[0]) / (xs.length - 1) / 2);
    List<int[]> pieces = new ArrayList<>();
    for (int[] piece : pieces(line)) {
      pieces.add(piece.length > 2 ? piece : column(piece, half));
    }
    if (!pieces.isEmpty()) {
      int base = Points.tenths(box.y() + box.height());
      page.add(new Shape.Area(pieces, base, ChartColor.line(line), opacity, edge));
    }
  }

  /** A number without neighbours as a column, since a point has no area. */
  private int[] column(int[] point, int half) {
    int from = Math.max(xs[0], point[0] - half);
    int to = Math.min(xs[xs.length - 1], point[0] + half);
    return new int[] {from, point[1], to, point[1]};
  }

  private List<int[]> pieces(int line) {
    double[] tops = numbers.tops()[line];
    double[] ys = new double[tops.length];
    for (int i = 0; i < ys.length; i++) {
      ys[i] = 10 * y(tops[i]);
    }
    return Points.pieces(xs, ys, MOST_POINTS / numbers.tops().length);
  }

  /** Marks the numbers at these starts; in a stack, the sums. */
  void dots(Set<Integer> starts) {
    int count = numbers.tops().length;
    int drawn = 0;
    for (int line = numbers.stacked() ? count - 1 : 0; line < count; line++) {
      List<int[]> dots = new ArrayList<>();
      for (int start : starts.stream().sorted().toList()) {
        if (isNumber(line, start) && drawn < MOST_DOTS) {
          dots.add(new int[] {xs[start], Points.tenths(y(numbers.tops()[line][start]))});
          drawn++;
        }
      }
      if (!dots.isEmpty()) {
        ChartColor color = numbers.stacked() ? ChartColor.INK : ChartColor.line(line);
        page.add(new Shape.Dots(dots, DOT, color, true));
      }
    }
  }

  private boolean isNumber(int line, int start) {
    return start >= 0 && start < xs.length && !Double.isNaN(numbers.tops()[line][start]);
  }

  /** The heights at which lines end, from the top of the picture. */
  double[] ends() {
    double[] ends = new double[numbers.tops().length];
    for (int line = 0; line < ends.length; line++) {
      ends[line] = y(numbers.end(line));
    }
    return ends;
  }
}
