package dev.blazon.imaging.chart;

import static dev.blazon.imaging.svg.SvgOutput.piece;

import dev.blazon.chart.ChartLook.Theme;
import dev.blazon.imaging.svg.SvgOutput;
import java.util.EnumSet;
import java.util.Set;

/**
 * Writes the colours of an SVG. A fixed theme has them as attributes. The theme that follows the
 * reader has those of the light theme as attributes, which every program understands, and classes
 * whose rules replace them in a dark scheme.
 */
final class SvgInk {

  /** The class of the whole picture; the rules are for nothing outside it. */
  static final String SCOPE = "blazon-chart";

  private static final byte[] FILL = piece(" fill=\"");
  private static final byte[] STROKE = piece(" stroke=\"");
  private static final byte[] CLASS = piece(" class=\"");
  private static final byte[] QUOTE = piece("\"");
  private static final byte[] OPEN_STYLE = piece("<style>@media(prefers-color-scheme:dark){");
  private static final byte[] CLOSE_STYLE = piece("}</style>");

  private final SvgOutput out;
  private final boolean dark;
  private final boolean auto;

  SvgInk(SvgOutput out, Theme theme) {
    this.out = out;
    this.dark = theme == Theme.DARK;
    this.auto = theme == Theme.AUTO;
  }

  boolean isAuto() {
    return auto;
  }

  /** Writes the rules for the dark scheme, for the colours that the layout has. */
  void style(ChartLayout layout) {
    if (!auto) {
      return;
    }
    Set<ChartColor> fills = EnumSet.noneOf(ChartColor.class);
    Set<ChartColor> strokes = EnumSet.noneOf(ChartColor.class);
    for (Shape shape : layout.shapes()) {
      SvgShapes.fill(shape).ifPresent(fills::add);
      SvgShapes.stroke(shape).ifPresent(strokes::add);
    }
    out.put(OPEN_STYLE);
    fills.forEach(color -> rule('f', color, "{fill:"));
    strokes.forEach(color -> rule('s', color, "{stroke:"));
    out.put(CLOSE_STYLE);
  }

  private void rule(char kind, ChartColor color, String property) {
    out.putPlain("." + SCOPE + " ." + kind + color.code() + property);
    out.putPlain(color.css(true)).putPlain("}");
  }

  /** Writes the attributes that fill an element. */
  void fill(ChartColor color) {
    out.put(FILL).putPlain(color.css(dark)).put(QUOTE);
    if (auto) {
      out.put(CLASS).putPlain("f" + color.code()).put(QUOTE);
    }
  }

  /** Writes the attributes that draw an element's outline. */
  void stroke(ChartColor color) {
    out.put(STROKE).putPlain(color.css(dark)).put(QUOTE);
    if (auto) {
      out.put(CLASS).putPlain("s" + color.code()).put(QUOTE);
    }
  }

  /** Writes both: an element has only one list of classes. */
  void fillAndStroke(ChartColor fill, ChartColor stroke) {
    out.put(FILL).putPlain(fill.css(dark)).put(QUOTE);
    out.put(STROKE).putPlain(stroke.css(dark)).put(QUOTE);
    if (auto) {
      out.put(CLASS).putPlain("f" + fill.code() + " s" + stroke.code()).put(QUOTE);
    }
  }
}
