package dev.blazon.imaging.chart;

import static dev.blazon.imaging.svg.SvgOutput.piece;

import dev.blazon.imaging.chart.Shape.Anchor;
import dev.blazon.imaging.chart.Shape.Area;
import dev.blazon.imaging.chart.Shape.Blocks;
import dev.blazon.imaging.chart.Shape.Curve;
import dev.blazon.imaging.chart.Shape.Dots;
import dev.blazon.imaging.chart.Shape.Polygons;
import dev.blazon.imaging.chart.Shape.Rules;
import dev.blazon.imaging.chart.Shape.Words;
import dev.blazon.imaging.svg.SvgOutput;
import java.util.Optional;

/** Writes the shapes of a chart as SVG elements: one for each shape, however many parts it has. */
final class SvgShapes {

  private static final byte[] PATH = piece("<path d=\"");
  private static final byte[] QUOTE = piece("\"");
  private static final byte[] END_EMPTY = piece("/>");
  private static final byte[] END_TAG = piece(">");
  private static final byte[] WIDTH = piece(" stroke-width=\"");
  private static final byte[] DASH = piece(" stroke-dasharray=\"");
  private static final byte[] OPACITY = piece(" opacity=\".");
  private static final byte[] FILL_OPACITY = piece(" fill-opacity=\".");
  private static final byte[] OUTLINE_ONLY = piece(" fill=\"none\" stroke-linejoin=\"round\"");
  private static final byte[] JOIN = piece(" stroke-linejoin=\"round\"");
  private static final byte[] TENTHS = piece(" transform=\"scale(.1)\"");
  private static final byte[] TEXT_X = piece("<text x=\"");
  private static final byte[] Y = piece("\" y=\"");
  private static final byte[] ANCHOR = piece(" text-anchor=\"");
  private static final byte[] SIZE = piece(" font-size=\"");
  private static final byte[] BOLD = piece(" font-weight=\"bold\"");
  private static final byte[] END_TEXT = piece("</text>");

  private final SvgOutput out;
  private final SvgInk ink;
  private final SvgPath path;

  SvgShapes(SvgOutput out, SvgInk ink) {
    this.out = out;
    this.ink = ink;
    this.path = new SvgPath(out);
  }

  /** The colour that fills the shape's element, if one does. */
  static Optional<ChartColor> fill(Shape shape) {
    if (shape instanceof Rules || shape instanceof Curve) {
      return Optional.empty();
    }
    return Optional.of(
        shape instanceof Dots dots && dots.hollow() ? ChartColor.CARD : shape.color());
  }

  /** The colour of the outline of the shape's element, if it has one. */
  static Optional<ChartColor> stroke(Shape shape) {
    if (shape instanceof Rules || shape instanceof Curve) {
      return Optional.of(shape.color());
    }
    if (shape instanceof Dots dots && dots.hollow()) {
      return Optional.of(dots.color());
    }
    return shape instanceof Area area && area.edge() > 0
        ? Optional.of(ChartColor.CARD)
        : Optional.empty();
  }

  void write(Shape shape) {
    if (shape instanceof Blocks blocks) {
      write(blocks);
    } else if (shape instanceof Rules rules) {
      write(rules);
    } else if (shape instanceof Curve curve) {
      write(curve);
    } else if (shape instanceof Area area) {
      write(area);
    } else if (shape instanceof Polygons polygons) {
      write(polygons);
    } else if (shape instanceof Dots dots) {
      write(dots);
    }
  }

  private void write(Blocks blocks) {
    out.put(PATH);
    for (double[] box : blocks.boxes()) {
      path.box(box[0], box[1], box[2], box[3]);
    }
    out.put(QUOTE);
    ink.fill(blocks.color());
    out.put(END_EMPTY);
  }

  private void write(Rules rules) {
    if (rules.lines().isEmpty()) {
      return;
    }
    out.put(PATH);
    for (double[] line : rules.lines()) {
      path.line(line[0], line[1], line[2], line[3]);
    }
    out.put(QUOTE);
    ink.stroke(rules.color());
    if (rules.width() != 1) {
      out.put(WIDTH).put(rules.width()).put(QUOTE);
    }
    if (rules.dash() > 0) {
      out.put(DASH).put(rules.dash()).put(QUOTE);
    }
    opacity(OPACITY, rules.opacity());
    out.put(END_EMPTY);
  }

  private void write(Curve curve) {
    out.put(PATH);
    curve.pieces().forEach(path::points);
    out.put(QUOTE).put(OUTLINE_ONLY).put(TENTHS);
    ink.stroke(curve.color());
    out.put(WIDTH).put(10 * curve.width()).put(QUOTE).put(END_EMPTY);
  }

  private void write(Area area) {
    out.put(PATH);
    for (int[] piece : area.pieces()) {
      path.pointsOnBase(piece, area.base());
    }
    out.put(QUOTE).put(TENTHS);
    if (area.edge() > 0) {
      ink.fillAndStroke(area.color(), ChartColor.CARD);
      out.put(WIDTH).put(10 * area.edge()).put(QUOTE).put(JOIN);
    } else {
      ink.fill(area.color());
    }
    opacity(FILL_OPACITY, area.opacity());
    out.put(END_EMPTY);
  }

  private void write(Polygons polygons) {
    out.put(PATH);
    polygons.rings().forEach(path::ring);
    out.put(QUOTE).put(TENTHS);
    ink.fill(polygons.color());
    out.put(END_EMPTY);
  }

  private void write(Dots dots) {
    out.put(PATH);
    for (int[] center : dots.centers()) {
      path.circle(center[0], center[1], Points.tenths(dots.radius()));
    }
    out.put(QUOTE).put(TENTHS);
    if (dots.hollow()) {
      ink.fillAndStroke(ChartColor.CARD, dots.color());
      out.put(WIDTH).put(10 * Plot.RING).put(QUOTE);
    } else {
      ink.fill(dots.color());
    }
    out.put(END_EMPTY);
  }

  /** Writes an opacity in percent, unless it is full. */
  private void opacity(byte[] attribute, int percent) {
    if (percent < Page.OPAQUE) {
      out.put(attribute).putPlain(percent < 10 ? "0" : "").put(percent).put(QUOTE);
    }
  }

  /**
   * Writes a text.
   *
   * @param usualSize the font size that the group of texts has
   */
  void write(Words words, int usualSize) {
    out.put(TEXT_X).put(Points.oneDecimal(words.x()));
    out.put(Y).put(Points.oneDecimal(words.baseline())).put(QUOTE);
    if (words.anchor() != Anchor.START) {
      out.put(ANCHOR).putPlain(words.anchor().css).put(QUOTE);
    }
    if (words.font().size() != usualSize) {
      out.put(SIZE).put(words.font().size()).put(QUOTE);
    }
    if (words.font().bold()) {
      out.put(BOLD);
    }
    ink.fill(words.color());
    out.put(END_TAG).putEscaped(words.text()).put(END_TEXT);
  }
}
