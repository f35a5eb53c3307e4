package dev.blazon.imaging.chart;

import dev.blazon.imaging.chart.Shape.Anchor;
import java.util.ArrayList;
import java.util.List;

/** The names of lines with their colours, in rows above the plot. */
final class Legend {

  static final int MOST_ROWS = 3;

  private static final int SWATCH = 12;
  private static final int LINE_SWATCH_HEIGHT = 3;
  private static final int AREA_SWATCH_HEIGHT = 10;
  private static final int SWATCH_GAP = 5;
  private static final int ENTRY_GAP = 16;

  /** One name among others is not wider than this share of the row. */
  private static final double WIDEST = 0.45;

  private record Entry(int line, String name, double x, int row) {}

  private final Page page;
  private final List<String> names;
  private final boolean areas;

  /**
   * Prepares a legend.
   *
   * @param names of all lines, those without a name too
   * @param areas whether it explains areas, not lines
   */
  Legend(Page page, List<String> names, boolean areas) {
    this.page = page;
    this.names = names;
    this.areas = areas;
  }

  /** How many rows all names need. */
  int rows() {
    List<Entry> entries = place(MOST_ROWS);
    return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).row + 1;
  }

  private double widest() {
    return page.inner() * WIDEST - SWATCH - SWATCH_GAP;
  }

  /** Places as many names as fit into so many rows; the last entry then says how many are left. */
  private List<Entry> place(int rows) {
    List<Entry> entries = new ArrayList<>();
    double x = 0;
    int row = 0;
    for (int line = 0; line < names.size(); line++) {
      String name = TextFit.middle(names.get(line), page.small(), widest());
      if (name.isEmpty()) {
        continue;
      }
      double width = SWATCH + SWATCH_GAP + page.small().width(name);
      if (x > 0 && x + width > page.inner()) {
        x = 0;
        row++;
      }
      if (row >= rows) {
        return shortened(entries, names.size() - line);
      }
      entries.add(new Entry(line, name, x, row));
      x += width + ENTRY_GAP;
    }
    return entries;
  }

  /** Makes room for the words that say how many are left. */
  private List<Entry> shortened(List<Entry> entries, int without) {
    int left = without;
    while (!entries.isEmpty()) {
      Entry last = entries.get(entries.size() - 1);
      String words = "and " + left + " more";
      double x = last.x + SWATCH + SWATCH_GAP + page.small().width(last.name) + ENTRY_GAP;
      if (x + page.small().width(words) <= page.inner()) {
        entries.add(new Entry(-1, words, x, last.row));
        return entries;
      }
      entries.remove(entries.size() - 1);
      left++;
    }
    return entries;
  }

  /** Draws the rows that there is room for. */
  void draw(Rows rows) {
    if (rows.legend == 0) {
      return;
    }
    int height = areas ? AREA_SWATCH_HEIGHT : LINE_SWATCH_HEIGHT;
    for (Entry entry : place(rows.legend)) {
      double x = page.margin() + entry.x;
      double y = rows.belowNote() + entry.row * (page.small().line() + 2);
      double textX = x;
      if (entry.line >= 0) {
        double middle = y + page.small().line() / 2.0;
        page.block(x, middle - height / 2.0, SWATCH, height, ChartColor.line(entry.line));
        textX += SWATCH + SWATCH_GAP;
      }
      ChartColor color = entry.line >= 0 ? ChartColor.INK : ChartColor.MUTED;
      double baseline = Rows.baseline(y, page.small());
      page.words(entry.name, textX, baseline, Anchor.START, page.small(), color);
    }
  }
}
