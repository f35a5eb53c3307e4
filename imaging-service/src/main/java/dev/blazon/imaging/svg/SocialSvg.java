package dev.blazon.imaging.svg;

import static dev.blazon.imaging.svg.SvgOutput.piece;

import dev.blazon.imaging.layout.BadgeLayout;
import dev.blazon.imaging.layout.Box;
import dev.blazon.imaging.layout.Bubble;
import dev.blazon.imaging.layout.Links;
import dev.blazon.imaging.layout.LogoImage;
import dev.blazon.imaging.layout.PlacedText;
import dev.blazon.imaging.layout.TrendLine;
import java.util.Optional;

/** Writes the social style: a button, and a speech bubble with the message. */
final class SocialSvg {

  private static final byte[] STYLE = piece("<style>a:hover #l");
  private static final byte[] STYLE_FILL = piece("{fill:url(#b");
  private static final byte[] STYLE_MESSAGE = piece(");stroke:#ccc}a:hover #r");
  private static final byte[] END_STYLE = piece("{fill:#4183c4}</style><linearGradient id=\"b");
  private static final byte[] HOVER_STOPS =
      piece(
          "\" x2=\"0\" y2=\"100%\"><stop offset=\"0\" stop-color=\"#ccc\" stop-opacity=\".1\"/>"
              + "<stop offset=\"1\" stop-opacity=\".1\"/></linearGradient>");
  private static final byte[] GRADIENT_ID = piece("<linearGradient id=\"a");
  private static final byte[] OPEN_BACKGROUND =
      piece(
          "\" x2=\"0\" y2=\"100%\"><stop offset=\"0\" stop-color=\"#fcfcfc\" stop-opacity=\"0\"/>"
              + "<stop offset=\"1\" stop-opacity=\".1\"/></linearGradient>"
              + "<g stroke=\"#d5d5d5\"><rect stroke=\"none\" fill=\"#fcfcfc\" x=\"");
  private static final byte[] BUBBLE = piece("<rect fill=\"#fafafa\" x=\"");
  private static final byte[] NOTCH = piece("<rect stroke=\"#fafafa\" x=\"");
  private static final byte[] TAIL = piece("<path fill=\"#fafafa\" d=\"M");
  private static final byte[] SPACE = piece(" ");
  private static final byte[] TAIL_OUT = piece("l-");
  private static final byte[] TAIL_TIP = piece("v");
  private static final byte[] TAIL_BACK = piece("l");
  private static final byte[] CLOSE_GROUP = piece("</g>");
  private static final byte[] Y = piece("\" y=\"");
  private static final byte[] WIDTH = piece("\" width=\"");
  private static final byte[] HEIGHT = piece("\" height=\"");
  private static final byte[] RADIUS = piece("\" rx=\"");
  private static final byte[] END_EMPTY = piece("\"/>");
  private static final byte[] OPEN_TEXTS =
      piece(
          "<g fill=\"#333\" text-anchor=\"middle\""
              + " font-family=\"Helvetica Neue,Helvetica,Arial,sans-serif\""
              + " text-rendering=\"geometricPrecision\" font-weight=\"700\" font-size=\"110\">");
  private static final byte[] GLOSS = piece("<rect stroke=\"#d5d5d5\" fill=\"url(#a");
  private static final byte[] LABEL_ID = piece(")\" id=\"l");
  private static final byte[] GLOSS_X = piece(")\" x=\"");
  private static final byte[] X = piece("\" x=\"");
  private static final byte[] INVISIBLE = piece("<rect fill-opacity=\"0\" x=\"");
  private static final byte[] OPEN_SCALED = piece("<g transform=\"scale(.1)\">");
  private static final byte[] SHADOW = piece("\" fill=\"#fff");
  private static final byte[] HIDDEN_SHADOW = piece("\" aria-hidden=\"true\" fill=\"#fff");
  private static final byte[] MESSAGE_ID = piece("\" id=\"r");

  private final SvgOutput out;
  private final BadgeLayout layout;
  private final Links links;
  private final String idSuffix;
  private final boolean linked;

  /** The position of the button's edges in the output; its gloss has the same edges. */
  private int buttonStart;

  private int buttonEnd;

  SocialSvg(SvgOutput out, BadgeLayout layout, String idSuffix) {
    this.out = out;
    this.layout = layout;
    this.links = layout.links();
    this.idSuffix = idSuffix;
    this.linked = links.any();
  }

  void paint(Optional<LogoImage> logo) {
    if (linked) {
      hoverStyle();
    }
    background();
    if (logo.isPresent() && layout.logo().isPresent()) {
      SvgElements.image(out, layout.logo().get(), logo.get().dataUri());
    }
    out.put(OPEN_TEXTS);
    label();
    message();
    out.put(CLOSE_GROUP);
  }

  private void hoverStyle() {
    out.put(STYLE).putPlain(idSuffix).put(STYLE_FILL).putPlain(idSuffix);
    out.put(STYLE_MESSAGE).putPlain(idSuffix).put(END_STYLE).putPlain(idSuffix);
    out.put(HOVER_STOPS);
  }

  private void background() {
    buttonStart = out.put(GRADIENT_ID).putPlain(idSuffix).put(OPEN_BACKGROUND).position();
    rounded(layout.label().box());
    buttonEnd = out.position();
    layout.bubble().ifPresent(this::bubble);
    out.put(CLOSE_GROUP);
  }

  private void bubble(Bubble bubble) {
    out.put(BUBBLE);
    rounded(layout.message().box());
    out.put(NOTCH);
    square(bubble.notch());
    out.put(TAIL).put(bubble.tailX()).put(SPACE).put(bubble.tailTop());
    out.put(TAIL_OUT).put(bubble.tailReach()).put(SPACE).put(bubble.tailReach());
    out.put(TAIL_TIP).put(bubble.tailTip());
    out.put(TAIL_BACK).put(bubble.tailReach()).put(SPACE).put(bubble.tailReach()).put(END_EMPTY);
  }

  private void label() {
    Optional<PlacedText> text = layout.label().text();
    if (links.label().isEmpty()) {
      gloss();
      text.ifPresent(label -> texts(label, false, Optional.empty()));
      return;
    }
    SvgElements.openLink(out, links.label().get());
    text.ifPresent(label -> texts(label, false, Optional.empty()));
    gloss();
    SvgElements.closeLink(out);
  }

  /** Writes the gloss that makes the label a button; if linked, it lights up under the pointer. */
  private void gloss() {
    out.put(GLOSS).putPlain(idSuffix);
    if (linked) {
      out.put(LABEL_ID).putPlain(idSuffix).put(X);
    } else {
      out.put(GLOSS_X);
    }
    out.putAgain(buttonStart, buttonEnd);
  }

  private void message() {
    Optional<PlacedText> text = layout.message().text();
    if (text.isEmpty()) {
      return;
    }
    if (links.message().isEmpty()) {
      texts(text.get(), linked, layout.trend());
      return;
    }
    SvgElements.openLink(out, links.message().get());
    out.put(INVISIBLE);
    square(layout.message().box());
    texts(text.get(), true, layout.trend());
    SvgElements.closeLink(out);
  }

  private void texts(PlacedText placed, boolean named, Optional<TrendLine> trend) {
    SvgText text = new SvgText(out, placed);
    out.put(OPEN_SCALED);
    text.open(placed.baseline() + 1);
    // If the picture has a role and a name, its contents are hidden already.
    out.put(links.both() ? HIDDEN_SHADOW : SHADOW);
    text.close();
    text.open(placed.baseline());
    if (named) {
      out.put(MESSAGE_ID).putPlain(idSuffix);
    }
    text.close();
    if (trend.isPresent()) {
      new SvgTrend(out, trend.get()).plain();
    }
    out.put(CLOSE_GROUP);
  }

  private void rounded(Box box) {
    edges(box);
    out.put(RADIUS).put(layout.radius()).put(END_EMPTY);
  }

  private void square(Box box) {
    edges(box);
    out.put(END_EMPTY);
  }

  private void edges(Box box) {
    out.put(box.x()).put(Y).put(box.y());
    out.put(WIDTH).put(box.width()).put(HEIGHT).put(box.height());
  }
}
