package dev.blazon.imaging.layout;

import dev.blazon.badge.Trend;
import java.util.List;

/**
 * The line of a {@link Trend} with its position, and the pale area between it and zero, which shows
 * that the line begins there. All lengths are in pixels.
 *
 * @param box the box of the points and the area: the line is half its thickness wider on each side
 * @param heights from left to right, 0 to {@value Trend#MAX_HEIGHT}
 * @param ink the colours, those of the message's text; the shadow is one pixel below the line
 */
public record TrendLine(Box box, List<Integer> heights, Ink ink) {

  /** The opacity of the area: visible on every colour, and paler than the line. */
  public static final double AREA_OPACITY = 0.25;

  /** Three pixels a week for a quarter of a year. */
  static final int WIDTH = 36;

  /** As high as a letter from its ascender to its descender. */
  private static final int HEIGHT = 10;

  /** About the stem of a letter, so that the line is as dark as the text. */
  public static final double THICKNESS = 1.3;

  static TrendLine of(Trend trend, double right, int badgeHeight, Ink ink) {
    Box box = new Box(right - WIDTH, (badgeHeight - HEIGHT) / 2.0, WIDTH, HEIGHT);
    return new TrendLine(box, trend.heights(), ink);
  }

  public int points() {
    return heights.size();
  }

  /** The x coordinate of a point. */
  public double x(int point) {
    return box.x() + box.width() * point / (points() - 1);
  }

  /** The y coordinate of a point: zero is at the bottom. */
  public double y(int point) {
    return box.y() + box.height() * (Trend.MAX_HEIGHT - heights.get(point)) / Trend.MAX_HEIGHT;
  }

  /** The y coordinate of zero: the lower edge of the area. */
  public double bottom() {
    return box.y() + box.height();
  }
}
