package dev.blazon.imaging.chart;

import dev.blazon.chart.ChartMark;
import dev.blazon.imaging.chart.Shape.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The marked days: a dashed line each, and its words in the rows just above the plot. */
final class Flags {

  static final int MOST_ROWS = 2;

  private static final int DASH = 3;
  private static final double LINE_WIDTH = 1.25;
  private static final int GAP = 5;
  private static final int LEAST_WORDS = 40;

  /**
   * A mark with its place.
   *
   * @param words as far as they fit; may be empty
   * @param row from 0, just above the plot; -1: its words fit nowhere
   */
  private record Flag(double x, String words, boolean leftOfLine, int row) {}

  private final Page page;
  private final List<ChartMark> marks;
  private final double[] places;

  /**
   * Prepares the marks that the scale shows.
   *
   * @param before how far left of its day a mark stands, in days: it separates two days
   */
  Flags(Page page, List<ChartMark> all, DateScale scale, double before) {
    this.page = page;
    this.marks =
        all.stream()
            .filter(mark -> scale.shows(mark.day()))
            .sorted(Comparator.comparing(ChartMark::day))
            .toList();
    this.places =
        marks.stream()
            .mapToDouble(mark -> Math.max(scale.left(), scale.x(mark.day()) - before * scale.day()))
            .toArray();
  }

  /** How many rows the words need between these edges. */
  int rows(double left, double right) {
    return place(left, right, MOST_ROWS).stream().mapToInt(flag -> flag.row + 1).max().orElse(0);
  }

  private List<Flag> place(double left, double right, int rows) {
    List<Flag> flags = new ArrayList<>();
    List<double[]> taken = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      Flag flag = place(i, left, right, rows, taken);
      flags.add(flag);
      if (flag.row >= 0) {
        double width = page.small().width(flag.words) + GAP;
        double from = flag.leftOfLine ? flag.x - width : flag.x;
        taken.add(new double[] {flag.row, from - GAP, from + width + GAP});
        for (int below = 0; below < flag.row; below++) {
          taken.add(new double[] {below, flag.x - 1, flag.x + 1});
        }
      }
    }
    return flags;
  }

  private Flag place(int mark, double left, double right, int rows, List<double[]> taken) {
    String words = TextFit.clean(marks.get(mark).words());
    double x = places[mark];
    for (int row = 0; row < rows && !words.isEmpty(); row++) {
      for (boolean leftOfLine : new boolean[] {false, true}) {
        double room = (leftOfLine ? x - left : right - x) - GAP;
        double width = page.small().width(words);
        // When the words are too long for both sides, they are shortened on the longer one.
        boolean longer = leftOfLine ? x - left > right - x : right - x >= x - left;
        boolean shortened = longer && room >= LEAST_WORDS && width > Math.max(x - left, right - x);
        if (width > room && !shortened) {
          continue;
        }
        String shown = TextFit.end(words, page.small(), room);
        double reach = page.small().width(shown) + GAP;
        double from = leftOfLine ? x - reach : x;
        if (!shown.isEmpty() && isFree(taken, row, from, from + reach, x)) {
          return new Flag(x, shown, leftOfLine, row);
        }
      }
    }
    return new Flag(x, "", false, -1);
  }

  /** Whether words can stand there, and a line from there down to the plot. */
  private static boolean isFree(List<double[]> taken, int row, double from, double to, double x) {
    for (double[] other : taken) {
      boolean meetsWords = other[0] == row && from < other[2] && other[1] < to;
      boolean meetsLine = other[0] < row && x < other[2] && other[1] < x;
      if (meetsWords || meetsLine) {
        return false;
      }
    }
    return true;
  }

  void draw(Rows rows, double left, double right) {
    List<double[]> lines = new ArrayList<>();
    int height = page.small().line();
    for (Flag flag : place(left, right, rows.flags)) {
      double top = rows.top() - (flag.row < 0 ? 0 : Rows.ABOVE_PLOT + flag.row * height);
      double x = Math.min(Math.floor(flag.x), right - 1) + 0.5;
      lines.add(new double[] {x, flag.row < 0 ? top : top - height + 2, x, rows.bottom()});
      page.words(
          flag.words,
          flag.x + (flag.leftOfLine ? -GAP : GAP),
          Rows.baseline(top - height, page.small()),
          flag.leftOfLine ? Anchor.END : Anchor.START,
          page.small(),
          ChartColor.INK);
    }
    if (!lines.isEmpty()) {
      page.add(new Shape.Rules(lines, ChartColor.MARK, LINE_WIDTH, DASH, Page.OPAQUE));
    }
  }
}
