package dev.blazon.imaging.logo;

import java.util.Locale;
import java.util.Set;

/**
 * What may be in a custom logo. Elements are listed one by one: shapes and what colours them. Text
 * needs a font of the reader's, filters and dashes can take for ever, and what moves cannot be
 * painted: none of it belongs into a picture of 14 pixels.
 */
final class SvgSafelist {

  private static final Set<String> SHAPES =
      Set.of(
          "svg",
          "g",
          "defs",
          "symbol",
          "use",
          "path",
          "rect",
          "circle",
          "ellipse",
          "line",
          "polyline",
          "polygon",
          "linearGradient",
          "radialGradient",
          "stop",
          "clipPath",
          "mask",
          "pattern",
          "image",
          "style");

  private static final Set<String> WITHOUT_EFFECT = Set.of("title", "desc", "metadata");

  /** In no namespace, whatever a reader may take it for. */
  private static final Set<String> DANGEROUS =
      Set.of(
          "script",
          "foreignobject",
          "iframe",
          "object",
          "embed",
          "audio",
          "video",
          "handler",
          "listener",
          "set",
          "animate",
          "animatemotion",
          "animatetransform",
          "animatecolor",
          "discard");

  private static final String PNG = "data:image/png;base64,";

  private SvgSafelist() {}

  /** Refuses elements that could do something, in any namespace. */
  static void checkElement(String name) throws LogoException {
    if (DANGEROUS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new LogoException("the custom logo has a " + name + " element");
    }
  }

  /** Elements that show nothing are dropped with all that is in them. */
  static boolean isWithoutEffect(String name) {
    return WITHOUT_EFFECT.contains(name);
  }

  static void checkShape(String name) throws LogoException {
    if (!SHAPES.contains(name)) {
      throw new LogoException("the custom logo has an element that is no plain shape");
    }
  }

  /** Refuses event handlers, in any namespace. */
  static void checkAttribute(String name) throws LogoException {
    if (name.toLowerCase(Locale.ROOT).startsWith("on")) {
      throw new LogoException("the custom logo has an event handler");
    }
    if (name.equals("stroke-dasharray")) {
      throw new LogoException("the custom logo has dashes");
    }
  }

  /** Whether an attribute of no namespace is written again. */
  static boolean isKept(String name) {
    return !name.startsWith("data-") && !name.startsWith("aria-") && !name.equals("src");
  }

  static void checkValue(String name, String value) throws LogoException {
    if (!name.equals("id") && !name.equals("class")) {
      CssSanitizer.check(value);
    }
  }

  /** A reference within the document, or a PNG picture in it; the picture is written anew. */
  static String reference(String element, String value) throws LogoException {
    String target = value.strip();
    if (target.startsWith("#")) {
      return target;
    }
    if (element.equals("image") && target.startsWith(PNG)) {
      byte[] file = CustomLogos.decode(target.substring(PNG.length()).replaceAll("\\s", ""));
      return SafePng.read(file).dataUri();
    }
    throw new LogoException("the custom logo refers to something outside of it");
  }
}
