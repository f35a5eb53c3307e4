package dev.blazon.imaging.svg;

import static dev.blazon.imaging.svg.SvgOutput.piece;

import dev.blazon.badge.Badge;
import dev.blazon.badge.Style;
import dev.blazon.imaging.layout.BadgeLayout;
import dev.blazon.imaging.layout.LogoImage;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Paints badges as SVG: the same pictures as badge-maker 6.0.0, in fewer bytes.
 *
 * <p>The output is well-formed XML 1.0 for every text, contains no scripts, and has no references
 * to other resources except its links. Every id ends with the badge's suffix. The XML is written by
 * hand rather than from a tree: this is the service's most frequent task, and it is a hundred times
 * faster.
 *
 * <p>Thread-safe: each thread has its own buffer.
 */
public final class SvgPainter {

  private static final byte[] OPEN = piece("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
  private static final byte[] HEIGHT = piece("\" height=\"");
  private static final byte[] VIEW_BOX = piece("\" viewBox=\"0 0 ");
  private static final byte[] SPACE = piece(" ");
  private static final byte[] ROLE = piece("\" role=\"img\" aria-label=\"");
  private static final byte[] TITLE = piece("\"><title>");
  private static final byte[] END_TITLE = piece("</title>");
  private static final byte[] END_TAG = piece("\">");
  private static final byte[] CLOSE = piece("</svg>");

  private final ThreadLocal<SvgOutput> outputs = ThreadLocal.withInitial(SvgOutput::new);

  /**
   * Paints one badge.
   *
   * @param badge the badge; its request for a logo is ignored
   * @param logo the sanitised logo to embed
   * @return the whole document in UTF-8, owned by the caller
   */
  public byte[] paint(Badge badge, Optional<LogoImage> logo) {
    OptionalDouble logoWidth =
        logo.isPresent() ? OptionalDouble.of(logo.get().width()) : OptionalDouble.empty();
    BadgeLayout layout = BadgeLayout.of(badge, logoWidth);
    SvgOutput out = outputs.get().restart();
    open(out, badge, layout);
    layout.links().whole().ifPresent(link -> SvgElements.openLink(out, link));
    if (badge.style() == Style.SOCIAL) {
      new SocialSvg(out, layout, badge.idSuffix()).paint(logo);
    } else {
      new BoxedSvg(out, layout, badge.idSuffix()).paint(logo);
    }
    if (layout.links().whole().isPresent()) {
      SvgElements.closeLink(out);
    }
    return out.put(CLOSE).take();
  }

  private static void open(SvgOutput out, Badge badge, BadgeLayout layout) {
    int scale = badge.scale();
    out.put(OPEN).put(layout.width() * scale).put(HEIGHT).put(layout.height() * scale);
    if (scale > 1) {
      out.put(VIEW_BOX).put(layout.width()).put(SPACE).put(layout.height());
    }
    if (layout.links().both()) {
      // With two links, screen readers must find the links, not one picture with one name.
      out.put(END_TAG);
      return;
    }
    String name = badge.accessibleText();
    int start = out.put(ROLE).position();
    int end = out.putEscaped(name).position();
    if (name.isEmpty()) {
      out.put(END_TAG);
    } else {
      out.put(TITLE).putAgain(start, end).put(END_TITLE);
    }
  }
}
