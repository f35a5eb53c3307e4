package dev.blazon.imaging.chart;

/**
 * The rows above and below the plot, and which of them there is room for. What a reader misses
 * least goes first.
 */
final class Rows {

  private static final int LEAST_PLOT = 36;
  private static final double LEAST_SHARE = 0.36;

  /** Room between the rows above and the plot, so that the uppermost tick's label fits. */
  static final int ABOVE_PLOT = 10;

  private static final int TICK = 6;
  private static final int SPACE = 5;

  int title;
  int note;
  int legend;
  int flags;
  int axis;
  int years;
  int key;

  private final Page page;

  Rows(Page page) {
    this.page = page;
  }

  /** Drops rows until the plot is high enough. */
  void fit() {
    double least = Math.max(LEAST_PLOT, LEAST_SHARE * page.height());
    boolean dropped = true;
    while (bottom() - top() < least && dropped) {
      dropped = drop();
    }
  }

  private boolean drop() {
    if (title > 1) {
      title = 1;
    } else if (note > 1) {
      note = 1;
    } else if (key > 0) {
      key = 0;
    } else if (years > 0) {
      years = 0;
    } else if (legend > 1) {
      legend--;
    } else if (note > 0) {
      note = 0;
    } else if (flags > 0) {
      flags--;
    } else if (legend > 0) {
      legend = 0;
    } else if (title > 0) {
      title = 0;
    } else if (axis > 0) {
      axis = 0;
    } else {
      return false;
    }
    return true;
  }

  private int line() {
    return page.small().line();
  }

  /** The top of the legend: the end of title and note. */
  int belowNote() {
    return page.margin() + title * page.title().line() + note * line() + (note > 0 ? SPACE : 0);
  }

  private int belowLegend() {
    return belowNote() + (legend > 0 ? legend * (line() + 2) + SPACE : 0);
  }

  /** The upper edge of the plot. */
  int top() {
    return belowLegend() + flags * line() + ABOVE_PLOT;
  }

  /** The lower edge of the plot. */
  int bottom() {
    return keyTop() - (axis > 0 ? axis * line() + TICK : 0) - years * line();
  }

  /** The upper edge of the key below the plot. */
  int keyTop() {
    return page.height() - page.margin() - (key > 0 ? line() + SPACE : 0);
  }

  /** The baseline of a row of text that begins here. */
  static double baseline(double rowTop, Lettering font) {
    return rowTop + font.line() / 2.0 + font.middle();
  }

  double axisBaseline() {
    return baseline(bottom() + TICK, page.small());
  }

  double yearsBaseline() {
    return axisBaseline() + line();
  }

  double keyBaseline() {
    return baseline(keyTop() + SPACE, page.small());
  }
}
