package dev.blazon.imaging.chart;

import dev.blazon.chart.Caption;
import dev.blazon.chart.ChartLook;
import dev.blazon.imaging.chart.Shape.Anchor;
import java.util.List;
import java.util.Optional;

/** Lays out a few words that stand where a chart would be. */
final class MessageLayout {

  private static final int MOST_LINES = 4;

  /** Long lines are hard to read. */
  private static final int WIDEST = 520;

  private MessageLayout() {}

  static ChartLayout of(Caption caption, String words, ChartLook look) {
    Page page = new Page(look);
    Header header = new Header(page, caption);
    Rows rows = new Rows(page);
    header.want(rows);
    rows.fit();
    header.draw(rows);

    Lettering font = new Lettering(page.small().size() + 2, false);
    int room = Math.max(1, Math.min(MOST_LINES, (rows.bottom() - rows.top()) / font.line()));
    List<String> lines =
        TextFit.lines(TextFit.clean(words), font, Math.min(WIDEST, page.inner()), room);
    double y = (rows.top() + rows.bottom() - lines.size() * font.line()) / 2.0;
    for (String line : lines) {
      page.words(
          line, page.width() / 2.0, Rows.baseline(y, font), Anchor.MIDDLE, font, ChartColor.MUTED);
      y += font.line();
    }
    return page.finish(caption, Optional.empty());
  }
}
