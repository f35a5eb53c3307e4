package dev.blazon.imaging.svg;

import static dev.blazon.imaging.svg.SvgOutput.piece;

import dev.blazon.badge.Style;
import dev.blazon.imaging.layout.BadgeLayout;
import dev.blazon.imaging.layout.Box;
import dev.blazon.imaging.layout.Half;
import dev.blazon.imaging.layout.Ink;
import dev.blazon.imaging.layout.LogoImage;
import dev.blazon.imaging.layout.PlacedText;
import java.util.Optional;

/** The four styles that are two boxes with text: all but social. */
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
    Optional<PlacedText> label = layout.label().text();
    Optional<PlacedText> message = layout.message().text();
    if (label.isEmpty() && message.isEmpty()) {
      return;
    }
    int size = layout.style() == Style.FOR_THE_BADGE ? 10 : 11;
    out.put(OPEN_TEXTS).put(SvgElements.TEXT_SCALE * size).put(END_TAG);
    if (layout.links().label().isEmpty() && layout.links().message().isEmpty()) {
      shadows(label, message);
      label.ifPresent(this::text);
      message.ifPresent(this::text);
    } else {
      linked(label, layout.label().box(), layout.links().label());
      linked(message, layout.message().box(), layout.links().message());
    }
    out.put(CLOSE_GROUP);
  }

  private void linked(Optional<PlacedText> text, Box box, Optional<String> link) {
    if (text.isEmpty()) {
      return;
    }
    if (link.isPresent()) {
      SvgPainter.openLink(out, link.get());
      rectangle(box, SvgElements.TEXT_SCALE);
      out.put(INVISIBLE);
    }
    shadows(text, Optional.empty());
    text(text.get());
    if (link.isPresent()) {
      SvgPainter.closeLink(out);
    }
  }

  /** All shadows below all texts; one group for both where they have the same colour. */
  private void shadows(Optional<PlacedText> label, Optional<PlacedText> message) {
    if (!shadowed) {
      return;
    }
    if (label.isPresent()) {
      openShadows(label.get().ink());
      shadow(label.get());
      if (message.isPresent() && message.get().ink() != label.get().ink()) {
        out.put(CLOSE_GROUP);
        openShadows(message.get().ink());
      }
    } else {
      message.ifPresent(text -> openShadows(text.ink()));
    }
    message.ifPresent(this::shadow);
    if (label.isPresent() || message.isPresent()) {
      out.put(CLOSE_GROUP);
    }
  }

  private void openShadows(Ink ink) {
    // Where the picture has a role and a name, all that is in it is hidden already.
    out.put(layout.links().both() ? OPEN_HIDDEN_SHADOWS : OPEN_SHADOWS);
    out.putPlain(ink.shadowCss()).put(END_TAG);
  }

  private void shadow(PlacedText text) {
    SvgElements.openText(out, text, text.baseline() + 1).put(BLURRED).putPlain(idSuffix);
    out.put(END_BLURRED);
    SvgElements.closeText(out, text);
    SvgElements.openText(out, text, text.baseline() + 1).put(FAINT);
    SvgElements.closeText(out, text);
  }

  private void text(PlacedText text) {
    SvgElements.openText(out, text, text.baseline());
    if (text.ink() != Ink.LIGHT) {
      out.put(FILL).putPlain(text.ink().css());
    }
    if (text.font().bold()) {
      out.put(BOLD);
    }
    SvgElements.closeText(out, text);
  }
}
