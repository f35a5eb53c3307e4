package dev.blazon.imaging.svg;

import static dev.blazon.imaging.svg.SvgOutput.piece;

import dev.blazon.imaging.layout.Box;
import dev.blazon.imaging.layout.PlacedText;

/** The elements that all styles are made of. */
final class SvgElements {

  /** Text is written ten times its size and scaled down: old browsers hint small text badly. */
  static final int TEXT_SCALE = 10;

  private static final byte[] IMAGE_X = piece("<image x=\"");
  private static final byte[] Y = piece("\" y=\"");
  private static final byte[] WIDTH = piece("\" width=\"");
  private static final byte[] HEIGHT = piece("\" height=\"");
  private static final byte[] HREF = piece("\" href=\"");
  private static final byte[] END_EMPTY = piece("\"/>");
  private static final byte[] TEXT_X = piece("<text x=\"");
  private static final byte[] TEXT_LENGTH = piece("\" textLength=\"");
  private static final byte[] END_TAG = piece("\">");
  private static final byte[] CLOSE_TEXT = piece("</text>");

  private SvgElements() {}

  static void image(SvgOutput out, Box box, String dataUri) {
    out.put(IMAGE_X).put(box.x()).put(Y).put(box.y());
    out.put(WIDTH).put(box.width()).put(HEIGHT).put(box.height());
    out.put(HREF).putEscaped(dataUri).put(END_EMPTY);
  }

  /** A text's start tag up to its {@code y}; more attributes may follow, then the rest. */
  static SvgOutput openText(SvgOutput out, PlacedText text, double baseline) {
    return out.put(TEXT_X).put(TEXT_SCALE * text.centerX()).put(Y).put(TEXT_SCALE * baseline);
  }

  static void closeText(SvgOutput out, PlacedText text) {
    out.put(TEXT_LENGTH).put(TEXT_SCALE * text.length()).put(END_TAG);
    out.putEscaped(text.text()).put(CLOSE_TEXT);
  }
}
