package dev.blazon.imaging.chart;

import java.util.List;

/** A part of a chart's picture. All lengths are in CSS pixels, if nothing else is said. */
sealed interface Shape {

  /** The colour of the part. */
  ChartColor color();

  /**
   * Filled rectangles.
   *
   * @param boxes left, top, width and height of each
   */
  record Blocks(List<double[]> boxes, ChartColor color) implements Shape {}

  /**
   * Straight lines.
   *
   * @param lines the coordinates of both ends of each: x, y, x, y
   * @param dash the length of dashes and gaps; 0: none
   * @param opacity in percent
   */
  record Rules(List<double[]> lines, ChartColor color, double width, int dash, int opacity)
      implements Shape {}

  /**
   * Lines through points.
   *
   * @param pieces the points of each: x, y, x, y …, in tenths of a pixel
   */
  record Curve(List<int[]> pieces, ChartColor color, double width) implements Shape {}

  /**
   * The stretches between points and a base line below them.
   *
   * @param pieces as in {@link Curve}
   * @param base the base line's place, in tenths of a pixel
   * @param opacity in percent
   * @param edge the width of a line in the colour of the card that separates it from others; 0:
   *     none
   */
  record Area(List<int[]> pieces, int base, ChartColor color, int opacity, double edge)
      implements Shape {}

  /**
   * Filled polygons.
   *
   * @param rings the corners of each: x, y, x, y …, in tenths of a pixel
   */
  record Polygons(List<int[]> rings, ChartColor color) implements Shape {}

  /**
   * Small discs.
   *
   * @param centers x and y of each, in tenths of a pixel
   * @param hollow whether only the edge has the colour
   */
  record Dots(List<int[]> centers, double radius, ChartColor color, boolean hollow)
      implements Shape {}

  /**
   * One line of text.
   *
   * @param x the place of the anchor
   * @param baseline the distance of the baseline from the top
   */
  record Words(
      String text, double x, double baseline, Anchor anchor, Lettering font, ChartColor color)
      implements Shape {

    /** The left end of the text. */
    double left() {
      return x - anchor.share * font.width(text);
    }

    double right() {
      return left() + font.width(text);
    }
  }

  /** Which point of a text its place is. */
  enum Anchor {
    START("start", 0),
    MIDDLE("middle", 0.5),
    END("end", 1);

    final String css;

    /** The part of the text that is left of the anchor. */
    final double share;

    Anchor(String css, double share) {
      this.css = css;
      this.share = share;
    }
  }
}
