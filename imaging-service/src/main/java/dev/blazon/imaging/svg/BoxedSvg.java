package dev.blazon.imaging.svg;

import static dev.blazon.imaging.svg.SvgOutput.piece;

import dev.blazon.badge.Style;
import dev.blazon.imaging.layout.BadgeLayout;
import dev.blazon.imaging.layout.Box;
import dev.blazon.imaging.layout.Half;
import dev.blazon.imaging.layout.Ink;
import dev.blazon.imaging.layout.LogoImage;
import dev.blazon.imaging.layout.PlacedText;
import dev.blazon.imaging.layout.TrendLine;
import java.util.Optional;

/** Writes the four styles that consist of two boxes with text: all except social. */
final class BoxedSvg {

  private static final byte[] BLUR_ID = piece("<filter id=\"b");
  private static final byte[] GRADIENT_ID =
      piece("\"><feGaussianBlur stdDeviation=\"16\"/></filter><linearGradient id=\"s");
  private static final byte[] FLAT_CLIP_ID =
      piece(
          "\" x2=\"0\" y2=\"100%\"><stop offset=\"0\" stop-color=\"#bbb\" stop-opacity=\".1\"/>"
              + "<stop offset=\"1\" stop-opacity=\".1\"/></linearGradient><clipPath id=\"r");
  private static final byte[] PLASTIC_CLIP_ID =
      piece(
          "\" x2=\"0\" y2=\"100%\"><stop offset=\"0\" stop-color=\"#fff\" stop-opacity=\".7\"/>"
              + "<stop offset=\".1\" stop-color=\"#aaa\" stop-opacity=\".1\"/>"
              + "<stop offset=\".9\" stop-opacity=\".3\"/>"
              + "<stop offset=\"1\" stop-opacity=\".5\"/></linearGradient><clipPath id=\"r");
  private static final byte[] CLIP_WIDTH = piece("\"><rect width=\"");
  private static final byte[] HEIGHT = piece("\" height=\"");
  private static final byte[] RADIUS = piece("\" rx=\"");
  private static final byte[] OPEN_CLIPPED = piece("\"/></clipPath><g clip-path=\"url(#r");
  private static final byte[] END_REFERENCE = piece(")\">");
  private static final byte[] OPEN_CRISP = piece("<g shape-rendering=\"crispEdges\">");
  private static final byte[] RECT_WIDTH = piece("<rect width=\"");
  private static final byte[] RECT_X = piece("<rect x=\"");
  private static final byte[] WIDTH = piece("\" width=\"");
  private static final byte[] FILL = piece("\" fill=\"");
  private static final byte[] END_EMPTY = piece("\"/>");
  private static final byte[] FILL_GRADIENT = piece("\" fill=\"url(#s");
  private static final byte[] END_EMPTY_REFERENCE = piece(")\"/>");
  private static final byte[] CLOSE_GROUP = piece("</g>");
  private static final byte[] OPEN_TEXTS =
      piece(
          "<g fill=\"#fff\" text-anchor=\"middle\""
              + " font-family=\"Verdana,Geneva,DejaVu Sans,sans-serif\""
              + " text-rendering=\"geometricPrecision\" transform=\"scale(.1)\" font-size=\"");
  private static final byte[] END_TAG = piece("\">");
  private static final byte[] OPEN_HIDDEN_SHADOWS = piece("<g aria-hidden=\"true\" fill=\"");
  private static final byte[] OPEN_SHADOWS = piece("<g fill=\"");
  private static final byte[] BLURRED = piece("\" fill-opacity=\".8\" filter=\"url(#b");
  private static final byte[] END_BLURRED = piece(")");
  private static final byte[] FAINT = piece("\" fill-opacity=\".3");
  private static final byte[] BOLD = piece("\" font-weight=\"bold");
  private static final byte[] INVISIBLE = piece("\" fill-opacity=\"0\"/>");

  private final SvgOutput out;
  private final BadgeLayout layout;
  private final String idSuffix;
  private final boolean shadowed;

  BoxedSvg(SvgOutput out, BadgeLayout layout, String idSuffix) {
    this.out = out;
    this.layout = layout;
    this.idSuffix = idSuffix;
    this.shadowed = layout.style() == Style.FLAT || layout.style() == Style.PLASTIC;
  }

  void paint(Optional<LogoImage> logo) {
    boxes();
    if (logo.isPresent() && layout.logo().isPresent()) {
      SvgElements.image(out, layout.logo().get(), logo.get().dataUri());
    }
    texts();
  }

  private void boxes() {
    if (shadowed) {
      definitions();
    } else {
      out.put(OPEN_CRISP);
    }
    box(layout.label());
    box(layout.message());
    if (shadowed) {
      out.put(RECT_WIDTH).put(layout.width()).put(HEIGHT).put(layout.height());
      out.put(FILL_GRADIENT).putPlain(idSuffix).put(END_EMPTY_REFERENCE);
    }
    out.put(CLOSE_GROUP);
  }

  private void definitions() {
    out.put(BLUR_ID).putPlain(idSuffix).put(GRADIENT_ID).putPlain(idSuffix);
    out.put(layout.style() == Style.PLASTIC ? PLASTIC_CLIP_ID : FLAT_CLIP_ID).putPlain(idSuffix);
    out.put(CLIP_WIDTH).put(layout.width()).put(HEIGHT).put(layout.height());
    out.put(RADIUS).put(layout.radius());
    out.put(OPEN_CLIPPED).putPlain(idSuffix).put(END_REFERENCE);
  }

  private void box(Half half) {
    if (half.box().isEmpty()) {
      return;
    }
    rectangle(half.box(), 1);
    out.put(FILL).putPlain(half.color().css()).put(END_EMPTY);
  }

  private void rectangle(Box box, int scale) {
    if (box.x() > 0) {
      out.put(RECT_X).put(scale * box.x()).put(WIDTH);
    } else {
      out.put(RECT_WIDTH);
    }
    out.put(scale * box.width()).put(HEIGHT).put(scale * box.height());
  }

  private void texts() {
    Optional<SvgText> label = layout.label().text().map(text -> new SvgText(out, text));
    Optional<SvgText> message = layout.message().text().map(text -> new SvgText(out, text));
    if (label.isEmpty() && message.isEmpty()) {
      return;
    }
    PlacedText first = label.or(() -> message).orElseThrow().placed();
    out.put(OPEN_TEXTS).put(SvgText.SCALE * first.font().size()).put(END_TAG);
    if (layout.links().label().isEmpty() && layout.links().message().isEmpty()) {
      shadows(label, message);
      label.ifPresent(this::text);
      message.ifPresent(this::text);
      trend(layout.trend());
    } else {
      linked(label, layout.label().box(), layout.links().label(), Optional.empty());
      linked(message, layout.message().box(), layout.links().message(), layout.trend());
    }
    out.put(CLOSE_GROUP);
  }

  private void linked(
      Optional<SvgText> text, Box box, Optional<String> link, Optional<TrendLine> trend) {
    if (text.isEmpty()) {
      return;
    }
    if (link.isPresent()) {
      SvgElements.openLink(out, link.get());
      rectangle(box, SvgText.SCALE);
      out.put(INVISIBLE);
    }
    shadows(text, Optional.empty());
    text(text.get());
    trend(trend);
    if (link.isPresent()) {
      SvgElements.closeLink(out);
    }
  }

  /** Writes all shadows before all texts, in one group if both have the same colour. */
  private void shadows(Optional<SvgText> label, Optional<SvgText> message) {
    if (!shadowed) {
      return;
    }
    Ink open = label.or(() -> message).orElseThrow().placed().ink();
    openShadows(open);
    label.ifPresent(this::shadow);
    if (message.isPresent() && message.get().placed().ink() != open) {
      out.put(CLOSE_GROUP);
      openShadows(message.get().placed().ink());
    }
    message.ifPresent(this::shadow);
    out.put(CLOSE_GROUP);
  }

  private void openShadows(Ink ink) {
    // If the picture has a role and a name, its contents are hidden already.
    out.put(layout.links().both() ? OPEN_HIDDEN_SHADOWS : OPEN_SHADOWS);
    out.putPlain(ink.shadowCss()).put(END_TAG);
  }

  private void shadow(SvgText text) {
    double baseline = text.placed().baseline() + 1;
    text.open(baseline).put(BLURRED).putPlain(idSuffix).put(END_BLURRED);
    text.close();
    text.open(baseline).put(FAINT);
    text.close();
  }

  private void trend(Optional<TrendLine> trend) {
    if (trend.isEmpty()) {
      return;
    }
    SvgTrend line = new SvgTrend(out, trend.get());
    if (shadowed) {
      line.soft(idSuffix, layout.height());
    } else {
      line.plain();
    }
  }

  private void text(SvgText text) {
    PlacedText placed = text.placed();
    text.open(placed.baseline());
    if (placed.ink() != Ink.LIGHT) {
      out.put(FILL).putPlain(placed.ink().css());
    }
    if (placed.font().bold()) {
      out.put(BOLD);
    }
    text.close();
  }
}
