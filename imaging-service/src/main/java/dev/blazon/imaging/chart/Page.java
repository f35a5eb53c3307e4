package dev.blazon.imaging.chart;

import dev.blazon.chart.Caption;
import dev.blazon.chart.ChartLook;
import dev.blazon.imaging.chart.Shape.Anchor;
import dev.blazon.imaging.layout.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sheet on which a chart is laid out: its sizes, and the shapes so far. */
final class Page {

  static final int OPAQUE = 100;

  /** No text is smaller: smaller ones are hard to read on any screen. */
  static final int LEAST_SIZE = 11;

  private static final int NARROW = 300;
  private static final int LOW = 160;
  private static final int MIDDLING = 560;
  private static final int WIDE = 1000;

  /** Longer descriptions would not be listened to. */
  private static final int MOST_DESCRIPTION = 2_000;

  private final int width;
  private final int height;
  private final List<Shape> shapes = new ArrayList<>();

  Page(ChartLook look) {
    this.width = look.width();
    this.height = look.height();
    block(0, 0, width, height, ChartColor.CARD);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The margin on each side. */
  int margin() {
    if (width < NARROW || height < LOW) {
      return 8;
    }
    return width < MIDDLING ? 12 : 20;
  }

  /** The width between the margins. */
  int inner() {
    return width - 2 * margin();
  }

  Lettering title() {
    if (width < NARROW || height < LOW) {
      return new Lettering(12, true);
    }
    if (width < MIDDLING) {
      return new Lettering(14, true);
    }
    return new Lettering(width < WIDE ? 16 : 20, true);
  }

  Lettering small() {
    return new Lettering(width < MIDDLING ? LEAST_SIZE : width < WIDE ? 12 : 14, false);
  }

  void add(Shape shape) {
    shapes.add(shape);
  }

  void block(double x, double y, double blockWidth, double blockHeight, ChartColor color) {
    add(new Shape.Blocks(List.of(new double[] {x, y, blockWidth, blockHeight}), color));
  }

  /** Adds words, unless there are none. */
  void words(
      String text, double x, double baseline, Anchor anchor, Lettering font, ChartColor color) {
    if (!text.isEmpty()) {
      add(new Shape.Words(text, x, baseline, anchor, font, color));
    }
  }

  ChartLayout finish(Caption caption, Optional<Box> plot) {
    return new ChartLayout(
        width,
        height,
        TextFit.clean(caption.title()),
        TextFit.clean(caption.description(), MOST_DESCRIPTION),
        plot,
        List.copyOf(shapes));
  }
}
