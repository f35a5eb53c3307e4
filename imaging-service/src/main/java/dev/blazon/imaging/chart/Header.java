package dev.blazon.imaging.chart;

import dev.blazon.chart.Caption;
import dev.blazon.imaging.chart.Shape.Anchor;
import java.util.List;

/** Title and note of a chart, in as many lines as there is room for. */
final class Header {

  private static final int MOST_LINES = 2;

  private final Page page;
  private final String title;
  private final String note;

  Header(Page page, Caption caption) {
    this.page = page;
    this.title = TextFit.clean(caption.title());
    this.note = TextFit.clean(caption.note());
  }

  /** Asks for the rows that title and note need. */
  void want(Rows rows) {
    rows.title = lines(title, page.title(), MOST_LINES).size();
    rows.note = lines(note, page.small(), MOST_LINES).size();
  }

  void draw(Rows rows) {
    double y = page.margin();
    y = draw(lines(title, page.title(), rows.title), page.title(), ChartColor.INK, y);
    draw(lines(note, page.small(), rows.note), page.small(), ChartColor.MUTED, y);
  }

  private List<String> lines(String text, Lettering font, int most) {
    return TextFit.lines(text, font, page.inner(), most);
  }

  private double draw(List<String> lines, Lettering font, ChartColor color, double top) {
    double y = top;
    for (String line : lines) {
      page.words(line, page.margin(), Rows.baseline(y, font), Anchor.START, font, color);
      y += font.line();
    }
    return y;
  }
}
