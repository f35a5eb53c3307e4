package dev.blazon.imaging.chart;

import dev.blazon.imaging.chart.Shape.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The names of lines at their right ends, moved apart where they would overlap. */
final class EndLabels {

  /** Narrower charts need the width for the plot. */
  private static final int LEAST_WIDTH = 440;

  private static final double WIDEST = 0.26;
  private static final int GAP = 20;
  private static final int LEADER_START = 3;
  private static final int LEADER_END = 4;
  private static final double LEADER_WIDTH = 1;

  /** A label that moved less needs no leader. */
  private static final double NEAR = 2.5;

  private record Label(int line, String name, double y) {}

  private final Page page;
  private final List<String> names;

  /** Prepares the labels. Lines without a name have none. */
  EndLabels(Page page, List<String> names) {
    this.page = page;
    this.names = names;
  }

  private double widest() {
    return page.width() * WIDEST;
  }

  /** The width that names and leaders take beside the plot; 0 without names. */
  double width() {
    double widest =
        names.stream().mapToDouble(name -> page.small().width(shown(name))).max().orElse(0);
    return widest == 0 ? 0 : widest + GAP;
  }

  private String shown(String name) {
    return TextFit.middle(name, page.small(), widest());
  }

  /** Whether all names fit beside a plot of this height, and the plot stays wide enough. */
  boolean fit(int plotHeight) {
    long shown = names.stream().filter(name -> !name.isEmpty()).count();
    return page.width() >= LEAST_WIDTH && shown * page.small().line() <= plotHeight;
  }

  /**
   * Draws the labels.
   *
   * @param ends the places of the lines' right ends, from the top; {@code NaN}: nowhere
   * @param right the right edge of the plot
   */
  void draw(double[] ends, double right, double top, double bottom) {
    List<Label> labels = new ArrayList<>();
    for (int line = 0; line < names.size(); line++) {
      if (!names.get(line).isEmpty()) {
        double end = Double.isFinite(ends[line]) ? ends[line] : bottom;
        labels.add(new Label(line, shown(names.get(line)), end));
      }
    }
    // Lines that end at the same height keep the order of a stack: the first is the lowest.
    labels.sort(Comparator.comparingDouble(Label::y).thenComparing(Label::line, (a, b) -> b - a));
    double height = page.small().line();
    double[] places =
        Spread.of(labels.stream().mapToDouble(Label::y).toArray(), height, top, bottom);
    for (int i = 0; i < places.length; i++) {
      draw(labels.get(i), places[i], right);
    }
  }

  private void draw(Label label, double y, double right) {
    if (Math.abs(y - label.y) > NEAR) {
      double[] leader = {right + LEADER_START, label.y, right + GAP - LEADER_END, y};
      page.add(
          new Shape.Rules(
              List.of(leader), ChartColor.line(label.line), LEADER_WIDTH, 0, Page.OPAQUE));
    }
    page.words(
        label.name,
        right + GAP - (Math.abs(y - label.y) > NEAR ? 0 : GAP / 2),
        y + page.small().middle(),
        Anchor.START,
        page.small(),
        ChartColor.words(label.line));
  }
}
