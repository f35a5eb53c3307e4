package dev.blazon.imaging.chart;

import dev.blazon.chart.Caption;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.ShareChart.Bar;
import dev.blazon.chart.TimeChart;
import dev.blazon.chart.TimeChart.Form;
import dev.blazon.imaging.chart.Shape.Anchor;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lays out bars from left to right, each with its name, number and share. */
final class ShareLayout {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

  private static final int HIGHEST_ROW = 34;
  private static final double BAR_SHARE = 0.64;
  private static final double WIDEST_NAME = 0.42;
  private static final int GAP = 8;
  private static final int LEAST_BAR = 48;
  private static final double LEAST_VISIBLE = 1;

  private final long total;

  /** Whether bars show their share of the total. */
  private final boolean shares;

  private final List<Bar> bars;
  private final Caption caption;
  private final Page page;
  private final Lettering small;

  private ShareLayout(Caption caption, List<Bar> bars, long total, boolean shares, ChartLook look) {
    this.caption = caption;
    this.bars = bars;
    this.total = total;
    this.shares = shares;
    this.page = new Page(look);
    this.small = page.small();
  }

  static ChartLayout ofShares(ShareChart chart, ChartLook look) {
    return new ShareLayout(chart.caption(), chart.bars(), chart.total(), true, look).layOut();
  }

  /** Lays out the numbers of one day, week or month. Lines without a number there are left out. */
  static ChartLayout ofMoment(TimeChart chart, int start, ChartLook look) {
    LocalDate day = chart.starts().get(start);
    String when =
        switch (chart.interval()) {
          case DAY -> DAY.format(day);
          case WEEK -> "week of " + DAY.format(day);
          case MONTH -> MONTH.format(day);
        };
    List<Bar> bars = new ArrayList<>();
    long total = 0;
    for (ChartLine line : chart.lines()) {
      long number = line.numbers()[start];
      if (number >= 0) {
        bars.add(new Bar(line.name().isEmpty() ? when : line.name(), number));
        total += number;
      }
    }
    Caption caption = chart.caption();
    boolean named = bars.stream().anyMatch(bar -> !bar.name().equals(when));
    String note = caption.note().isEmpty() ? when : when + " · " + caption.note();
    Caption dated = named ? new Caption(caption.title(), note, caption.description()) : caption;
    boolean shares = chart.form() == Form.STACKED && bars.size() > 1;
    return new ShareLayout(dated, bars, total, shares, look).layOut();
  }

  private ChartLayout layOut() {
    Header header = new Header(page, caption);
    Rows rows = new Rows(page);
    header.want(rows);
    rows.fit();
    header.draw(rows);

    int room = rows.bottom() - rows.top();
    int least = small.line() + 2;
    List<Bar> shown = shown(Math.max(1, room / least));
    if (!shown.isEmpty()) {
      double height = Math.min(HIGHEST_ROW, (double) room / shown.size());
      draw(shown, rows.top(), height);
    }
    return page.finish(caption, Optional.empty());
  }

  /** The bars that there is room for; if not for all, the last stands for the rest. */
  private List<Bar> shown(int most) {
    if (bars.size() <= most) {
      return bars;
    }
    List<Bar> shown = new ArrayList<>(bars.subList(0, most - 1));
    long rest = bars.subList(most - 1, bars.size()).stream().mapToLong(Bar::number).sum();
    shown.add(new Bar("and " + (bars.size() - most + 1) + " more", rest));
    return shown;
  }

  private void draw(List<Bar> shown, double top, double height) {
    double numberWidth = widest(shown.stream().map(bar -> ShortNumber.of(bar.number())).toList());
    double percentWidth = widest(shown.stream().map(this::percent).toList());
    double nameWidth =
        Math.min(
            page.inner() * WIDEST_NAME,
            widest(shown.stream().map(bar -> TextFit.clean(bar.name())).toList()));
    double left = Math.ceil(page.margin() + nameWidth + (nameWidth > 0 ? GAP : 0));
    double rest = page.width() - page.margin() - left - numberWidth - GAP;
    boolean percents = shares && rest - percentWidth - GAP >= LEAST_BAR;
    double longest = percents ? rest - percentWidth - GAP : rest;
    long greatest = Math.max(1, shown.stream().mapToLong(Bar::number).max().orElse(1));
    for (int i = 0; i < shown.size(); i++) {
      Bar bar = shown.get(i);
      double middle = top + (i + 0.5) * height;
      double baseline = middle + small.middle();
      double length = longest * bar.number() / greatest;
      if (bar.number() > 0) {
        length = Math.max(LEAST_VISIBLE, length);
        double thick = Math.max(4, Math.rint(height * BAR_SHARE));
        // The last of fewer bars stands for the rest.
        boolean single = i < shown.size() - 1 || shown.size() == bars.size();
        ChartColor color = single ? ChartColor.line(0) : ChartColor.HATCH;
        page.block(left, Math.rint(middle - thick / 2), length, thick, color);
      }
      String name = TextFit.middle(TextFit.clean(bar.name()), small, nameWidth);
      words(name, page.margin(), baseline, Anchor.START, ChartColor.INK);
      String number = ShortNumber.of(bar.number());
      double numberX = left + length + GAP;
      words(number, numberX, baseline, Anchor.START, ChartColor.INK);
      if (percents) {
        double percentX = numberX + small.width(number) + GAP;
        words(percent(bar), percentX, baseline, Anchor.START, ChartColor.MUTED);
      }
    }
    double y = top + shown.size() * height;
    page.add(
        new Shape.Rules(
            List.of(new double[] {left - 0.5, top, left - 0.5, y}),
            ChartColor.AXIS,
            1,
            0,
            Page.OPAQUE));
  }

  private String percent(Bar bar) {
    return ShortNumber.percent(bar.number(), total);
  }

  private double widest(List<String> texts) {
    return texts.stream().mapToDouble(small::width).max().orElse(0);
  }

  private void words(String text, double x, double baseline, Anchor anchor, ChartColor color) {
    page.words(text, x, baseline, anchor, small, color);
  }
}
