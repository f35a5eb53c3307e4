package dev.blazon.imaging.chart;

import static dev.blazon.imaging.svg.SvgOutput.piece;

import dev.blazon.chart.ChartLook.Theme;
import dev.blazon.imaging.layout.Box;
import dev.blazon.imaging.svg.SvgOutput;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes the layout of a chart as SVG. Not thread-safe: it reuses its buffer. */
final class SvgChart {

  private static final byte[] OPEN = piece("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
  private static final byte[] HEIGHT = piece("\" height=\"");
  private static final byte[] VIEW_BOX = piece("\" viewBox=\"0 0 ");
  private static final byte[] SPACE = piece(" ");
  private static final byte[] ROLE = piece("\" role=\"img\" aria-labelledby=\"");
  private static final byte[] TITLE = piece("\"><title id=\"");
  private static final byte[] END_TITLE = piece("</title>");
  private static final byte[] DESCRIPTION = piece("<desc id=\"");
  private static final byte[] END_DESCRIPTION = piece("</desc>");
  private static final byte[] END_TAG = piece("\">");
  private static final byte[] CLASS = piece("\" class=\"");
  private static final byte[] PLOT_X = piece("<g data-x=\"");
  private static final byte[] PLOT_Y = piece("\" data-y=\"");
  private static final byte[] PLOT_WIDTH = piece("\" data-width=\"");
  private static final byte[] PLOT_HEIGHT = piece("\" data-height=\"");
  private static final byte[] GROUP = piece("<g>");
  private static final byte[] END_GROUP = piece("</g>");
  private static final byte[] TEXTS =
      piece(
          "<g font-family=\"Verdana,Geneva,DejaVu Sans,sans-serif\""
              + " text-rendering=\"geometricPrecision\" font-size=\"");
  private static final byte[] CLOSE = piece("</svg>");

  private final SvgOutput out = new SvgOutput();

  byte[] paint(ChartLayout layout, Theme theme) {
    out.restart();
    SvgInk ink = new SvgInk(out, theme);
    open(layout, ink);
    ink.style(layout);
    SvgShapes shapes = new SvgShapes(out, ink);
    if (layout.plot().isPresent()) {
      Box plot = layout.plot().get();
      out.put(PLOT_X).put(plot.x()).put(PLOT_Y).put(plot.y()).put(PLOT_WIDTH).put(plot.width());
      out.put(PLOT_HEIGHT).put(plot.height()).put(END_TAG);
    } else {
      out.put(GROUP);
    }
    for (Shape shape : layout.shapes()) {
      if (!(shape instanceof Shape.Words)) {
        shapes.write(shape);
      }
    }
    out.put(END_GROUP);
    int size = layout.smallestText();
    out.put(TEXTS).put(size).put(END_TAG);
    for (Shape shape : layout.shapes()) {
      if (shape instanceof Shape.Words words) {
        shapes.write(words, size);
      }
    }
    return out.put(END_GROUP).put(CLOSE).take();
  }

  private void open(ChartLayout layout, SvgInk ink) {
    out.put(OPEN).put(layout.width()).put(HEIGHT).put(layout.height());
    out.put(VIEW_BOX).put(layout.width()).put(SPACE).put(layout.height());
    String id = id(layout);
    boolean described = !layout.description().isEmpty();
    out.put(ROLE).putPlain("t" + id).putPlain(described ? " d" + id : "");
    if (ink.isAuto()) {
      out.put(CLASS).putPlain(SvgInk.SCOPE);
    }
    out.put(TITLE).putPlain("t" + id).put(END_TAG).putEscaped(layout.title()).put(END_TITLE);
    if (described) {
      out.put(DESCRIPTION).putPlain("d" + id).put(END_TAG);
      out.putEscaped(layout.description()).put(END_DESCRIPTION);
    }
  }

  /** The end of the picture's ids: others have other ends, so that a page can contain several. */
  private static String id(ChartLayout layout) {
    CRC32 checksum = new CRC32();
    String about = layout.title() + '\n' + layout.description() + '\n' + layout.width();
    checksum.update(about.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(checksum.getValue());
  }
}
