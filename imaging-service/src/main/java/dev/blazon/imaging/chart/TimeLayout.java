package dev.blazon.imaging.chart;

import dev.blazon.chart.ChartLine;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.TimeChart;
import dev.blazon.chart.TimeChart.Form;
import dev.blazon.chart.TimeChart.Interval;
import dev.blazon.imaging.chart.DateTicks.Tick;
import dev.blazon.imaging.chart.Shape.Anchor;
import dev.blazon.imaging.layout.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lays out numbers over time: axes, lines or areas, their names, and what is special. */
final class TimeLayout {

  /** Between the labels of the vertical axis and the plot. */
  private static final int GUTTER = 8;

  /** The room that a step of the vertical axis has at least. */
  private static final int TICK_HEIGHT = 32;

  private static final int MOST_TICKS = 6;
  private static final int TICK_LENGTH = 4;

  /** The lines of the vertical axis are seen through the areas of a stack. */
  private static final int OVER_AREAS = 16;

  private static final int MOST_DAYS_WITH_WEEKENDS = 100;
  private static final double LEAST_DAY_WITH_WEEKENDS = 3;

  /** About the width of the labels of the vertical axis, before they are known. */
  private static final int LIKELY_GUTTER = 40;

  private final TimeChart chart;
  private final TimeNumbers numbers;
  private final Page page;
  private final Lettering small;
  private final Rows rows;
  private final Header header;
  private final Legend legend;
  private final EndLabels endLabels;
  private boolean labelled;

  TimeLayout(TimeChart chart, TimeNumbers numbers, ChartLook look) {
    this.chart = chart;
    this.numbers = numbers;
    this.page = new Page(look);
    this.small = page.small();
    this.rows = new Rows(page);
    this.header = new Header(page, chart.caption());
    List<String> names = chart.lines().stream().map(ChartLine::name).map(TextFit::clean).toList();
    this.legend = new Legend(page, names, chart.form() == Form.STACKED);
    this.endLabels = new EndLabels(page, names);
  }

  ChartLayout layOut() {
    fitRows();
    NumberTicks ticks =
        NumberTicks.upTo(
            numbers.greatest(),
            Math.min(MOST_TICKS, Math.max(1, (rows.bottom() - rows.top()) / TICK_HEIGHT)));
    Box box = box(ticks);
    DateScale scale = DateScale.of(chart.starts(), box.x(), box.width());
    double[] xs = chart.starts().stream().mapToDouble(scale::x).toArray();
    Plot plot = new Plot(page, numbers, box, ticks.top(), xs);
    Key key = new Key(page);

    header.draw(rows);
    if (!labelled) {
      legend.draw(rows);
    }
    bands(key, box, scale, xs);
    boolean stacked = chart.form() == Form.STACKED;
    if (!stacked) {
      grid(ticks, plot, box);
    }
    plot.draw(chart.form());
    if (stacked) {
      grid(ticks, plot, box);
    }
    axes(ticks, plot, box, scale);
    flags(scale).draw(rows, box.x(), scale.right());
    plot.dots(chart.suspects());
    if (!chart.suspects().isEmpty()) {
      key.add(Key.Sign.ODD, "unusual " + chart.interval().name().toLowerCase(Locale.ROOT));
    }
    if (hasWeekends(scale)) {
      key.add(Key.Sign.WEEKEND, "weekend");
    }
    if (labelled) {
      endLabels.draw(plot.ends(), box.x() + box.width(), rows.top(), rows.bottom());
    }
    key.draw(rows);
    return page.finish(chart.caption(), Optional.of(box));
  }

  /** Decides which rows there are, and whether names are beside the lines or in a legend. */
  private void fitRows() {
    wantRows();
    rows.legend = 0;
    rows.fit();
    labelled = endLabels.fit(rows.bottom() - rows.top());
    if (!labelled) {
      wantRows();
      rows.legend = legend.rows();
      rows.fit();
    }
  }

  private void wantRows() {
    header.want(rows);
    rows.axis = 1;
    rows.years = 1;
    double left = page.margin() + LIKELY_GUTTER;
    DateScale likely = DateScale.of(chart.starts(), left, right() - left);
    rows.flags = flags(likely).rows(left, right());
    boolean explains =
        numbers.knownStarts() < numbers.known().length
            || !chart.suspects().isEmpty()
            || hasWeekends(likely);
    rows.key = explains ? 1 : 0;
  }

  /** The right edge of the plot. */
  private double right() {
    double beside = labelled ? endLabels.width() : 0;
    return Math.floor(page.width() - page.margin() - Math.max(beside, 2));
  }

  private Box box(NumberTicks ticks) {
    double widest = ticks.labels().stream().mapToDouble(small::width).max().orElse(0);
    double left = Math.ceil(page.margin() + widest + GUTTER);
    return new Box(left, rows.top(), right() - left, rows.bottom() - rows.top());
  }

  private Flags flags(DateScale scale) {
    // A marked day is the first that is different: the line stands between it and the day before.
    return new Flags(page, chart.marks(), scale, chart.interval() == Interval.DAY ? 0.5 : 0);
  }

  private boolean hasWeekends(DateScale scale) {
    return chart.interval() == Interval.DAY
        && chart.form() != Form.STACKED
        && chart.starts().size() <= MOST_DAYS_WITH_WEEKENDS
        && scale.day() >= LEAST_DAY_WITH_WEEKENDS;
  }

  private void bands(Key key, Box box, DateScale scale, double[] xs) {
    double bottom = box.y() + box.height();
    if (hasWeekends(scale)) {
      List<double[]> weekends =
          Bands.of(i -> Bands.isWeekend(chart.starts().get(i)), xs, 0.5, box.y(), bottom);
      if (!weekends.isEmpty()) {
        page.add(new Shape.Blocks(weekends, ChartColor.WEEKEND));
      }
    }
    // As far as the lines' ends on both sides.
    List<double[]> gaps = Bands.of(i -> !numbers.known()[i], xs, 1, box.y(), bottom);
    if (!gaps.isEmpty()) {
      page.add(new Shape.Blocks(gaps, ChartColor.GAP));
      page.add(Bands.hatch(gaps));
      key.add(Key.Sign.GAP, "no data");
    }
  }

  private void grid(NumberTicks ticks, Plot plot, Box box) {
    List<double[]> lines = new ArrayList<>();
    for (int tick = 1; tick <= ticks.count(); tick++) {
      double y = Math.floor(plot.y(ticks.at(tick))) + 0.5;
      lines.add(new double[] {box.x(), y, box.x() + box.width(), y});
    }
    boolean over = chart.form() == Form.STACKED;
    page.add(
        new Shape.Rules(
            lines, over ? ChartColor.INK : ChartColor.GRID, 1, 0, over ? OVER_AREAS : Page.OPAQUE));
  }

  private void axes(NumberTicks ticks, Plot plot, Box box, DateScale scale) {
    List<String> labels = ticks.labels();
    for (int tick = 0; tick < labels.size(); tick++) {
      double y = plot.y(ticks.at(tick)) + small.middle();
      words(labels.get(tick), box.x() - GUTTER, y, Anchor.END);
    }
    double base = box.y() + box.height() + 0.5;
    List<double[]> lines = new ArrayList<>();
    lines.add(new double[] {box.x(), base, box.x() + box.width(), base});
    if (rows.axis > 0) {
      double edge = page.margin() / 2.0;
      DateTicks dates = DateTicks.of(scale, chart.interval(), small, edge, page.width() - edge);
      for (Tick tick : dates.ticks()) {
        double x = Math.min(Math.floor(tick.x()), box.x() + box.width() - 1) + 0.5;
        lines.add(new double[] {x, base, x, base + TICK_LENGTH});
        words(tick.label(), tick.middle(), rows.axisBaseline(), Anchor.MIDDLE);
      }
      if (rows.years > 0) {
        for (Tick year : dates.years(small, edge, page.width() - edge)) {
          words(year.label(), year.middle(), rows.yearsBaseline(), Anchor.MIDDLE);
        }
      }
    }
    page.add(new Shape.Rules(lines, ChartColor.AXIS, 1, 0, Page.OPAQUE));
  }

  private void words(String text, double x, double baseline, Anchor anchor) {
    page.words(text, x, baseline, anchor, small, ChartColor.MUTED);
  }
}
