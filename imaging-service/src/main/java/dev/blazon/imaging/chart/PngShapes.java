package dev.blazon.imaging.chart;

import dev.blazon.imaging.chart.Shape.Area;
import dev.blazon.imaging.chart.Shape.Blocks;
import dev.blazon.imaging.chart.Shape.Curve;
import dev.blazon.imaging.chart.Shape.Dots;
import dev.blazon.imaging.chart.Shape.Polygons;
import dev.blazon.imaging.chart.Shape.Rules;
import dev.blazon.imaging.chart.Shape.Words;
import dev.blazon.imaging.png.raster.ShapePainter;

/** Paints the shapes of a chart on a stripe of its picture. Not thread-safe. */
final class PngShapes {

  private static final double TENTH = 0.1;

  private final ShapePainter painter;
  private final PngWords words;
  private int scale;
  private int top;
  private boolean dark;

  PngShapes(ShapePainter painter, PngWords words) {
    this.painter = painter;
    this.words = words;
  }

  /**
   * Paints a shape.
   *
   * @param stripeTop the stripe's upper edge in the picture, in device pixels
   */
  void paint(Shape shape, int stripeTop, int newScale, boolean inDark) {
    top = stripeTop;
    scale = newScale;
    dark = inDark;
    if (shape instanceof Blocks blocks) {
      paint(blocks);
    } else if (shape instanceof Rules rules) {
      paint(rules);
    } else if (shape instanceof Curve curve) {
      curve.pieces().forEach(piece -> stroke(piece, curve.width()));
      painter.paint(color(curve.color(), Page.OPAQUE));
    } else if (shape instanceof Area area) {
      paint(area);
    } else if (shape instanceof Polygons polygons) {
      paint(polygons);
    } else if (shape instanceof Dots dots) {
      paint(dots);
    } else if (shape instanceof Words text) {
      words.paint(text, top, scale, color(text.color(), Page.OPAQUE));
    }
  }

  private int color(ChartColor color, int opacity) {
    return Math.round(255f * opacity / Page.OPAQUE) << 24 | color.rgb(dark);
  }

  /** A place across, given in pixels of the layout. */
  private double x(double pixels) {
    return pixels * scale;
  }

  /** A place from the top of the stripe. */
  private double y(double pixels) {
    return pixels * scale - top;
  }

  private void paint(Blocks blocks) {
    for (double[] box : blocks.boxes()) {
      double left = x(Points.oneDecimal(box[0]));
      double right = x(Points.oneDecimal(box[0] + box[2]));
      double upper = y(Points.oneDecimal(box[1]));
      double lower = y(Points.oneDecimal(box[1] + box[3]));
      painter.box(left, upper, right, lower);
    }
    painter.paint(color(blocks.color(), Page.OPAQUE));
  }

  private void paint(Rules rules) {
    double width = rules.width() * scale;
    for (double[] line : rules.lines()) {
      double x0 = x(Points.oneDecimal(line[0]));
      double y0 = y(Points.oneDecimal(line[1]));
      double x1 = x(Points.oneDecimal(line[2]));
      double y1 = y(Points.oneDecimal(line[3]));
      if (rules.dash() == 0) {
        painter.line(x0, y0, x1, y1, width);
      } else {
        dashes(x0, y0, x1, y1, rules.dash() * scale, width);
      }
    }
    painter.paint(color(rules.color(), rules.opacity()));
  }

  private void dashes(double x0, double y0, double x1, double y1, double dash, double width) {
    double length = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
    for (double from = 0; from < length; from += 2 * dash) {
      double start = from / length;
      double end = Math.min(from + dash, length) / length;
      painter.line(
          x0 + (x1 - x0) * start,
          y0 + (y1 - y0) * start,
          x0 + (x1 - x0) * end,
          y0 + (y1 - y0) * end,
          width);
    }
  }

  private void paint(Area area) {
    double base = y(TENTH * area.base());
    for (int[] piece : area.pieces()) {
      painter.moveTo(x(TENTH * piece[0]), base);
      for (int i = 0; i < piece.length; i += 2) {
        painter.lineTo(x(TENTH * piece[i]), y(TENTH * piece[i + 1]));
      }
      painter.lineTo(x(TENTH * piece[piece.length - 2]), base);
    }
    painter.paint(color(area.color(), area.opacity()));
    if (area.edge() > 0) {
      for (int[] piece : area.pieces()) {
        stroke(onBase(piece, area.base()), area.edge());
      }
      painter.paint(color(ChartColor.CARD, Page.OPAQUE));
    }
  }

  /** The points, and those of the base below the first and the last. */
  private static int[] onBase(int[] piece, int base) {
    int[] points = new int[piece.length + 4];
    points[0] = piece[0];
    points[1] = base;
    System.arraycopy(piece, 0, points, 2, piece.length);
    points[piece.length + 2] = piece[piece.length - 2];
    points[piece.length + 3] = base;
    return points;
  }

  private void stroke(int[] xy, double pixels) {
    double width = pixels * scale;
    for (int i = 2; i < xy.length; i += 2) {
      double x0 = x(TENTH * xy[i - 2]);
      double y0 = y(TENTH * xy[i - 1]);
      double x1 = x(TENTH * xy[i]);
      double y1 = y(TENTH * xy[i + 1]);
      painter.line(x0, y0, x1, y1, width);
      if (i + 2 < xy.length) {
        painter.corner(x0, y0, x1, y1, x(TENTH * xy[i + 2]), y(TENTH * xy[i + 3]), width);
      }
    }
  }

  private void paint(Polygons polygons) {
    for (int[] ring : polygons.rings()) {
      painter.moveTo(x(TENTH * ring[0]), y(TENTH * ring[1]));
      for (int i = 2; i < ring.length; i += 2) {
        painter.lineTo(x(TENTH * ring[i]), y(TENTH * ring[i + 1]));
      }
      painter.lineTo(x(TENTH * ring[0]), y(TENTH * ring[1]));
    }
    painter.paint(color(polygons.color(), Page.OPAQUE));
  }

  private void paint(Dots dots) {
    double outer = (dots.radius() + (dots.hollow() ? Plot.RING / 2 : 0)) * scale;
    discs(dots, outer, dots.color());
    if (dots.hollow()) {
      discs(dots, (dots.radius() - Plot.RING / 2) * scale, ChartColor.CARD);
    }
  }

  private void discs(Dots dots, double radius, ChartColor color) {
    for (int[] center : dots.centers()) {
      painter.disc(x(TENTH * center[0]), y(TENTH * center[1]), radius);
    }
    painter.paint(color(color, Page.OPAQUE));
  }
}
