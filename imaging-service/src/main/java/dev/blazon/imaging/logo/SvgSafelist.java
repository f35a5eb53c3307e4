package dev.blazon.imaging.logo;

import java.util.Locale;
import java.util.Set;

/**
 * The safelist of elements and attributes in a custom logo: shapes, and what colours them. Text
 * would need a font on the reader's machine, filters and dashes can take very long to paint, and
 * animation cannot be painted. A logo of 14 pixels needs none of these.
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

  /** Elements that are refused in every namespace, in lower case. */
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

  /** Refuses active elements, in any namespace. */
  static void checkElement(String name) throws LogoException {
    if (DANGEROUS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new LogoException("the custom logo has a " + name + " element");
    }
  }

  /** Whether an element shows nothing; it is then dropped together with its contents. */
  static boolean isWithoutEffect(String name) {
    return WITHOUT_EFFECT.contains(name);
  }

  static void checkShape(String name) throws LogoException {
    if (!SHAPES.contains(name)) {
      throw new LogoException("the custom logo has an element that is not a plain shape");
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

  /** Whether an attribute without a namespace is copied. */
  static boolean isKept(String name) {
    return !name.startsWith("data-") && !name.startsWith("aria-") && !name.equals("src");
  }

  static void checkValue(String name, String value) throws LogoException {
    if (!name.equals("id") && !name.equals("class")) {
      CssSanitizer.check(value);
    }
  }

  /** Checks a reference: to an element of the document, or an embedded PNG, which is sanitised. */
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
