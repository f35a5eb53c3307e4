package dev.blazon.imaging.svg;

import static dev.blazon.imaging.svg.SvgOutput.piece;

import dev.blazon.imaging.layout.Box;

/** Writes the elements that all styles share. */
final class SvgElements {

  private static final byte[] IMAGE_X = piece("<image x=\"");
  private static final byte[] Y = piece("\" y=\"");
  private static final byte[] WIDTH = piece("\" width=\"");
  private static final byte[] HEIGHT = piece("\" height=\"");
  private static final byte[] HREF = piece("\" href=\"");
  private static final byte[] END_EMPTY = piece("\"/>");
  private static final byte[] OPEN_LINK = piece("<a target=\"_blank\" href=\"");
  private static final byte[] END_TAG = piece("\">");
  private static final byte[] CLOSE_LINK = piece("</a>");

  private SvgElements() {}

  static void image(SvgOutput out, Box box, String dataUri) {
    out.put(IMAGE_X).put(box.x()).put(Y).put(box.y());
    out.put(WIDTH).put(box.width()).put(HEIGHT).put(box.height());
    out.put(HREF).putEscaped(dataUri).put(END_EMPTY);
  }

  static void openLink(SvgOutput out, String target) {
    out.put(OPEN_LINK).putEscaped(target).put(END_TAG);
  }

  static void closeLink(SvgOutput out) {
    out.put(CLOSE_LINK);
  }
}
