package dev.blazon.imaging.svg;

import static dev.blazon.imaging.layout.TrendLine.AREA_OPACITY;
import static dev.blazon.imaging.svg.SvgOutput.piece;

import dev.blazon.imaging.layout.TrendLine;

/**
 * Writes the line after a message, at ten times its size like the text. Its shadow is that of the
 * text.
 */
final class SvgTrend {

  private static final int SCALE = SvgText.SCALE;

  /** How far the blurred shadow is painted beyond the line on each side, in pixels. */
  private static final int SHADOW_REACH = 6;

  private static final byte[] FILTER_ID = piece("<filter id=\"t");
  private static final byte[] FILTER_X = piece("\" filterUnits=\"userSpaceOnUse\" x=\"");
  private static final byte[] FILTER_WIDTH = piece("\" y=\"0\" width=\"");
  private static final byte[] FILTER_HEIGHT = piece("\" height=\"");
  private static final byte[] END_FILTER =
      piece("\"><feGaussianBlur stdDeviation=\"16\"/></filter>");
  private static final byte[] AREA = piece("<path fill-opacity=\"" + AREA_OPACITY + "\" fill=\"");
  private static final byte[] DOWN = piece("V");
  private static final byte[] BACK = piece("H");
  private static final byte[] END_AREA = piece("z\"/>");
  private static final byte[] OPEN_LINE =
      piece("<g fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke-width=\"");
  private static final byte[] STROKE = piece("<path stroke=\"");
  private static final byte[] BLURRED = piece("\" stroke-opacity=\".8\" filter=\"url(#t");
  private static final byte[] END_BLURRED = piece(")");
  private static final byte[] FAINT = piece("\" stroke-opacity=\".3");
  private static final byte[] POINTS = piece("\" d=\"M");
  private static final byte[] SPACE = piece(" ");
  private static final byte[] END_EMPTY = piece("\"/>");
  private static final byte[] END_TAG = piece("\">");
  private static final byte[] CLOSE_LINE = piece("</g>");

  private final SvgOutput out;
  private final TrendLine line;

  SvgTrend(SvgOutput out, TrendLine line) {
    this.out = out;
    this.line = line;
  }

  /**
   * Writes the line with a soft shadow.
   *
   * @param height the height of the badge
   */
  void soft(String idSuffix, int height) {
    // The usual region, a part of the line's own box, would be empty for a level line.
    double left = line.box().x() - SHADOW_REACH;
    out.put(FILTER_ID).putPlain(idSuffix).put(FILTER_X).put(SCALE * left).put(FILTER_WIDTH);
    out.put(SCALE * (line.box().width() + 2 * SHADOW_REACH)).put(FILTER_HEIGHT);
    out.put(SCALE * height).put(END_FILTER);
    open();
    stroke(line.ink().shadowCss()).put(BLURRED).putPlain(idSuffix).put(END_BLURRED);
    int start = out.position();
    points(1);
    int end = out.put(END_EMPTY).position();
    stroke(line.ink().shadowCss()).put(FAINT).putAgain(start, end);
    close();
  }

  /**
   * Writes the line without a shadow: the white one of the social style would part it from its
   * area.
   */
  void plain() {
    open();
    close();
  }

  /** Writes the area, under everything else. */
  private void open() {
    out.put(AREA).putPlain(line.ink().css());
    points(0);
    out.put(DOWN).put(SCALE * line.bottom()).put(BACK).put(SCALE * line.x(0)).put(END_AREA);
    out.put(OPEN_LINE).put(SCALE * TrendLine.THICKNESS).put(END_TAG);
  }

  /** Writes the line itself, over area and shadow. */
  private void close() {
    stroke(line.ink().css());
    points(0);
    out.put(END_EMPTY).put(CLOSE_LINE);
  }

  private SvgOutput stroke(String color) {
    return out.put(STROKE).putPlain(color);
  }

  /**
   * @param drop how far below their place, in pixels
   */
  private void points(int drop) {
    out.put(POINTS);
    for (int i = 0; i < line.points(); i++) {
      if (i > 0) {
        out.put(SPACE);
      }
      out.put(SCALE * line.x(i)).put(SPACE).put(SCALE * (line.y(i) + drop));
    }
  }
}
