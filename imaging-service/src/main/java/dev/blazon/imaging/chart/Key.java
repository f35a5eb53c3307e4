package dev.blazon.imaging.chart;

import dev.blazon.imaging.chart.Shape.Anchor;
import java.util.ArrayList;
import java.util.List;

/** The row below the plot that explains what else is drawn: gaps, unusual numbers, weekends. */
final class Key {

  private static final int SIGN = 11;
  private static final int SIGN_GAP = 5;
  private static final int ENTRY_GAP = 16;

  /** What can be explained. */
  enum Sign {
    GAP,
    ODD,
    WEEKEND
  }

  private record Entry(Sign sign, String words) {}

  private final Page page;
  private final List<Entry> entries = new ArrayList<>();

  Key(Page page) {
    this.page = page;
  }

  /** Adds an entry; those that come first are dropped last. */
  void add(Sign sign, String words) {
    entries.add(new Entry(sign, words));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  void draw(Rows rows) {
    if (rows.key == 0) {
      return;
    }
    double x = page.margin();
    double baseline = rows.keyBaseline();
    for (Entry entry : entries) {
      double end = x + SIGN + SIGN_GAP + page.small().width(entry.words);
      if (end > page.width() - page.margin()) {
        return;
      }
      sign(entry.sign, x, baseline - page.small().middle());
      page.words(
          entry.words, x + SIGN + SIGN_GAP, baseline, Anchor.START, page.small(), ChartColor.MUTED);
      x = end + ENTRY_GAP;
    }
  }

  private void sign(Sign sign, double x, double middle) {
    double top = Math.rint(middle - SIGN / 2.0);
    switch (sign) {
      case GAP -> {
        page.block(x, top, SIGN, SIGN, ChartColor.GAP);
        page.add(Bands.hatch(List.of(new double[] {x, top, SIGN, SIGN})));
      }
      case WEEKEND -> page.block(x, top, SIGN, SIGN, ChartColor.WEEKEND);
      case ODD ->
          page.add(
              new Shape.Dots(
                  List.of(new int[] {Points.tenths(x + SIGN / 2.0), Points.tenths(middle)}),
                  Plot.DOT,
                  ChartColor.INK,
                  true));
    }
  }
}
