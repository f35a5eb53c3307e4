package dev.blazon.imaging.chart;

import static dev.blazon.imaging.chart.Points.oneDecimal;
import static dev.blazon.imaging.svg.SvgOutput.piece;

import dev.blazon.imaging.svg.SvgOutput;

/** Writes the data of SVG paths in few bytes: relative commands, and no needless separators. */
final class SvgPath {

  private static final byte[] MOVE = piece("M");
  private static final byte[] LINE = piece("l");
  private static final byte[] VERTICAL = piece("v");
  private static final byte[] HORIZONTAL = piece("h");
  private static final byte[] VERTICAL_TO = piece("V");
  private static final byte[] CLOSE = piece("z");
  private static final byte[] MINUS = piece("-");
  private static final byte[] SPACE = piece(" ");
  private static final byte[] ARC = piece("a");
  private static final byte[] ARC_FLAGS = piece(" 0 1 0 ");
  private static final byte[] ZERO = piece(" 0");

  private final SvgOutput out;

  SvgPath(SvgOutput out) {
    this.out = out;
  }

  /** A rectangle, in pixels. */
  void box(double x, double y, double width, double height) {
    out.put(MOVE).put(oneDecimal(x)).put(SPACE).put(oneDecimal(y));
    double right = oneDecimal(oneDecimal(x + width) - oneDecimal(x));
    double down = oneDecimal(oneDecimal(y + height) - oneDecimal(y));
    out.put(HORIZONTAL).put(right).put(VERTICAL).put(down);
    out.put(HORIZONTAL).put(MINUS).put(right).put(CLOSE);
  }

  /** A straight line, in pixels. */
  void line(double x0, double y0, double x1, double y1) {
    out.put(MOVE).put(oneDecimal(x0)).put(SPACE).put(oneDecimal(y0));
    double dx = oneDecimal(oneDecimal(x1) - oneDecimal(x0));
    double dy = oneDecimal(oneDecimal(y1) - oneDecimal(y0));
    if (dy == 0) {
      signed(out.put(HORIZONTAL), dx);
    } else if (dx == 0) {
      signed(out.put(VERTICAL), dy);
    } else {
      signed(out.put(LINE), dx);
      next(dy);
    }
  }

  private static void signed(SvgOutput out, double number) {
    if (number < 0) {
      out.put(MINUS);
    }
    out.put(Math.abs(number));
  }

  /** A number after another one: a minus separates them well enough. */
  private void next(double number) {
    if (number >= 0) {
      out.put(SPACE);
    }
    signed(out, number);
  }

  /** A line through points in tenths of a pixel. */
  void points(int[] xy) {
    out.put(MOVE).put(xy[0]).put(SPACE).put(xy[1]);
    relative(xy);
  }

  /** A line from a base up to the first point, through all, and down to the base again. */
  void pointsOnBase(int[] xy, int base) {
    out.put(MOVE).put(xy[0]).put(SPACE).put(base).put(VERTICAL_TO).put(xy[1]);
    relative(xy);
    out.put(VERTICAL_TO).put(base);
  }

  /** A closed line through points in tenths of a pixel. */
  void ring(int[] xy) {
    points(xy);
    out.put(CLOSE);
  }

  private void relative(int[] xy) {
    out.put(LINE);
    for (int i = 2; i < xy.length; i += 2) {
      int dx = xy[i] - xy[i - 2];
      if (i > 2) {
        next(dx);
      } else {
        signed(out, dx);
      }
      next(xy[i + 1] - xy[i - 1]);
    }
  }

  /** A circle, in tenths of a pixel. */
  void circle(int x, int y, int radius) {
    out.put(MOVE).put(x - radius).put(SPACE).put(y);
    for (int side = 1; side >= -1; side -= 2) {
      out.put(ARC).put(radius).put(SPACE).put(radius).put(ARC_FLAGS);
      signed(out, side * 2 * radius);
      out.put(ZERO);
    }
  }
}
