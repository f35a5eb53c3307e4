package dev.blazon.api.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.service.http.EntityTag;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The fallback picture for when no imaging service can paint: a plain rectangle with the badge's
 * words in SVG, a prepared {@code badge | unavailable} in PNG. Thread-safe.
 */
public final class TinyBadge {

  private static final Buffer PNG = resource("unavailable.png");

  /**
   * A generous mean width of a character in 11 px Verdana, in pixels, so that the text fits without
   * being measured.
   */
  private static final int CHARACTER_WIDTH = 7;

  private static final int PADDING = 5;

  private TinyBadge() {}

  /** The picture. Needs no other service, and never fails. */
  public static Picture picture(Badge badge, ImageFormat format) {
    Buffer body = format == ImageFormat.SVG ? Buffer.buffer(svg(badge)) : PNG;
    return new Picture(
        format, body, EntityTag.of(body), Picture.Source.PAINTED, Optional.empty(), false);
  }

  private static String svg(Badge badge) {
    String text = escape(badge.accessibleText());
    int characters = badge.accessibleText().codePointCount(0, badge.accessibleText().length());
    int width = characters * CHARACTER_WIDTH + 2 * PADDING;
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        + width
        + "\" height=\"20\" role=\"img\" aria-label=\""
        + text
        + "\"><title>"
        + text
        + "</title><rect width=\""
        + width
        + "\" height=\"20\" fill=\"#555\"/><text x=\""
        + PADDING
        + "\" y=\"14\" fill=\"#fff\" font-family=\"Verdana,Geneva,DejaVu Sans,sans-serif\""
        + " font-size=\"11\">"
        + text
        + "</text></svg>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static Buffer resource(String name) {
    try (InputStream in = TinyBadge.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return Buffer.buffer(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
