package dev.blazon.imaging.chart;

import dev.blazon.chart.ChartLook;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.ShareChart.Bar;
import dev.blazon.imaging.chart.Shape.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Lays out shares as a pie, clockwise from the top, and beside it a list with the colour, the name,
 * the number and the share of each.
 */
final class PieLayout {

  /** A smaller pie shows nothing that bars do not show better, in pixels. */
  private static final int SMALLEST = 48;

  /** A larger one says no more, in pixels. */
  private static final int LARGEST = 320;

  /** The part of the width that the pie may take: names need the rest. */
  private static final double WIDEST = 0.46;

  /** So many letters of a name are worth more than its number. */
  private static final int LONG_NAME = 14;

  private static final int GAP = 8;
  private static final int SWATCH = 10;

  /** The edge of the disc is a polygon with so many corners: nobody sees them. */
  private static final int CORNERS = 180;

  /** The line between two slices, in pixels. */
  private static final int BETWEEN = 2;

  /** Slices with a shorter edge would be hidden by the lines beside them, in pixels. */
  private static final int LEAST_EDGE = 3 * BETWEEN;

  private final ShareChart chart;
  private final Page page;
  private final Lettering small;

  PieLayout(ShareChart chart, ChartLook look) {
    this.chart = chart;
    this.page = new Page(look);
    this.small = page.small();
  }

  /**
   * A slice.
   *
   * @param from where it begins, in parts of the circle from the top
   * @param to where it ends
   */
  private record Slice(String name, long number, ChartColor color, double from, double to) {}

  /** The layout; empty if there is no room for a pie. */
  Optional<ChartLayout> layOut() {
    Header header = new Header(page, chart.caption());
    Rows rows = new Rows(page);
    header.want(rows);
    rows.fit();
    int room = rows.bottom() - rows.top();
    int diameter = (int) Math.min(Math.min(room, LARGEST), WIDEST * page.inner());
    if (diameter < SMALLEST) {
      return Optional.empty();
    }
    header.draw(rows);
    int line = small.line() + 2;
    List<Slice> slices = slices(Math.min(ChartColor.LINES, room / line));
    double middle = rows.top() + room / 2.0;
    draw(slices, page.margin() + diameter / 2.0, middle, diameter / 2.0);
    int height = Math.min(2 * line, room / slices.size());
    double left = page.margin() + diameter + Math.min(3 * GAP, diameter / 5.0);
    list(slices, left, middle - slices.size() * height / 2.0, height);
    return Optional.of(page.finish(chart.caption(), Optional.empty()));
  }

  /** The first shares; what is left of the whole is one slice. */
  private List<Slice> slices(int most) {
    List<Bar> bars = chart.bars().stream().filter(bar -> bar.number() > 0).toList();
    long sum = bars.stream().mapToLong(Bar::number).sum();
    boolean all = bars.size() + (sum < chart.total() ? 1 : 0) <= most;
    int named = all ? bars.size() : Math.min(bars.size(), most - 1);
    List<Slice> slices = new ArrayList<>();
    long before = 0;
    for (Bar bar : bars.subList(0, named)) {
      slices.add(slice(bar.name(), bar.number(), ChartColor.line(slices.size()), before));
      before += bar.number();
    }
    if (before < chart.total()) {
      int more = bars.size() - named;
      String rest = more > 0 ? "and " + more + " more" : "the rest";
      slices.add(slice(rest, chart.total() - before, ChartColor.HATCH, before));
    }
    return slices;
  }

  private Slice slice(String name, long number, ChartColor color, long before) {
    double whole = chart.total();
    return new Slice(TextFit.clean(name), number, color, before / whole, (before + number) / whole);
  }

  private void draw(List<Slice> slices, double x, double y, double radius) {
    for (Slice slice : slices) {
      page.add(new Shape.Polygons(List.of(ring(slice, x, y, radius)), slice.color()));
    }
    List<double[]> lines = new ArrayList<>();
    for (int i = 0; i < slices.size() && slices.size() > 1; i++) {
      Slice before = slices.get((i == 0 ? slices.size() : i) - 1);
      Slice slice = slices.get(i);
      if (edge(before, radius) >= LEAST_EDGE && edge(slice, radius) >= LEAST_EDGE) {
        lines.add(
            new double[] {
              x, y, x + radius * across(slice.from()), y + radius * down(slice.from())
            });
      }
    }
    if (!lines.isEmpty()) {
      page.add(new Shape.Rules(lines, ChartColor.CARD, BETWEEN, 0, Page.OPAQUE));
    }
  }

  private static double edge(Slice slice, double radius) {
    return 2 * Math.PI * radius * (slice.to() - slice.from());
  }

  /** The corners of a slice: the middle of the disc, unless it is all of it, and its edge. */
  private static int[] ring(Slice slice, double x, double y, double radius) {
    boolean whole = slice.to() - slice.from() >= 1;
    List<double[]> points = new ArrayList<>();
    if (!whole) {
      points.add(new double[] {x, y});
      points.add(onEdge(slice.from(), x, y, radius));
    }
    for (int corner = 0; corner < CORNERS; corner++) {
      double at = (double) corner / CORNERS;
      if (whole || (at > slice.from() && at < slice.to())) {
        points.add(onEdge(at, x, y, radius));
      }
    }
    if (!whole) {
      points.add(onEdge(slice.to(), x, y, radius));
    }
    return points.stream()
        .flatMapToInt(point -> IntStream.of(Points.tenths(point[0]), Points.tenths(point[1])))
        .toArray();
  }

  private static double[] onEdge(double part, double x, double y, double radius) {
    return new double[] {x + radius * across(part), y + radius * down(part)};
  }

  private static double across(double part) {
    return Math.sin(2 * Math.PI * part);
  }

  private static double down(double part) {
    return -Math.cos(2 * Math.PI * part);
  }

  private void list(List<Slice> slices, double left, double top, double height) {
    double right = page.width() - page.margin();
    double percents = widest(slices.stream().map(this::percent).toList());
    double numbers = widest(slices.stream().map(slice -> ShortNumber.of(slice.number())).toList());
    double names = widest(slices.stream().map(Slice::name).toList());
    double start = left + SWATCH + GAP;
    double room = right - start - percents - GAP;
    // Where it is narrow, a name says more than a number, of which the share is there.
    boolean numbered = room - numbers - GAP >= Math.min(names, LONG_NAME * small.size());
    double width = Math.max(0, Math.min(names, numbered ? room - numbers - GAP : room));
    double numberEnd = start + width + (numbered ? GAP + numbers : 0);
    for (int i = 0; i < slices.size(); i++) {
      Slice slice = slices.get(i);
      double middle = top + (i + 0.5) * height;
      double baseline = middle + small.middle();
      page.block(left, Math.rint(middle - SWATCH / 2.0), SWATCH, SWATCH, slice.color());
      String name = TextFit.middle(slice.name(), small, width);
      page.words(name, start, baseline, Anchor.START, small, ChartColor.INK);
      if (numbered) {
        String number = ShortNumber.of(slice.number());
        page.words(number, numberEnd, baseline, Anchor.END, small, ChartColor.INK);
      }
      double end = numberEnd + GAP + percents;
      page.words(percent(slice), end, baseline, Anchor.END, small, ChartColor.MUTED);
    }
  }

  private String percent(Slice slice) {
    return ShortNumber.percent(slice.number(), chart.total());
  }

  private double widest(List<String> texts) {
    return texts.stream().mapToDouble(small::width).max().orElse(0);
  }
}
