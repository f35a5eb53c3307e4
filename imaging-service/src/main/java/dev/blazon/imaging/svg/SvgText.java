package dev.blazon.imaging.svg;

import static dev.blazon.imaging.svg.SvgOutput.piece;

import dev.blazon.imaging.layout.PlacedText;

/**
 * A text that is written more than once, for its shadow and for itself. The parts that stay the
 * same are copied from the output.
 */
final class SvgText {

  /**
   * Text is written at ten times its size and scaled down, as old browsers hint small text badly.
   */
  static final int SCALE = 10;

  private static final byte[] X = piece("<text x=\"");
  private static final byte[] Y = piece("\" y=\"");
  private static final byte[] LENGTH = piece("\" textLength=\"");
  private static final byte[] END_TAG = piece("\">");
  private static final byte[] CLOSE = piece("</text>");

  private final SvgOutput out;
  private final PlacedText text;
  private int headStart;
  private int headEnd;
  private int tailStart;
  private int tailEnd;

  SvgText(SvgOutput out, PlacedText text) {
    this.out = out;
    this.text = text;
  }

  PlacedText placed() {
    return text;
  }

  /** Writes the start tag up to the value of the baseline; other attributes may follow. */
  SvgOutput open(double baseline) {
    if (headEnd > 0) {
      out.putAgain(headStart, headEnd);
    } else {
      headStart = out.position();
      headEnd = out.put(X).put(SCALE * text.centerX()).put(Y).position();
    }
    return out.put(SCALE * baseline);
  }

  /** Writes the length, the text itself, and the end tag. */
  void close() {
    if (tailEnd > 0) {
      out.putAgain(tailStart, tailEnd);
    } else {
      tailStart = out.position();
      out.put(LENGTH).put(SCALE * text.length()).put(END_TAG);
      tailEnd = out.putEscaped(text.text()).put(CLOSE).position();
    }
  }
}
