package dev.blazon.imaging.logo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Checks CSS in style sheets and attribute values. Both can call functions, and some functions load
 * other resources. Only functions that just compute are allowed, and {@code url()} with a fragment.
 */
final class CssSanitizer {

  private static final Set<String> FUNCTIONS =
      Set.of(
          "rgb",
          "rgba",
          "hsl",
          "hsla",
          "matrix",
          "translate",
          "translatex",
          "translatey",
          "scale",
          "scalex",
          "scaley",
          "rotate",
          "skewx",
          "skewy",
          "calc",
          "url");

  private CssSanitizer() {}

  /**
   * Refuses at-rules ({@code @import}), escapes (which could spell an at-rule), dashes, and all
   * functions that are not on the list.
   */
  static void check(CharSequence css) throws LogoException {
    for (int i = 0; i < css.length(); i++) {
      switch (css.charAt(i)) {
        case '@' -> throw new LogoException("the custom logo has a CSS at-rule");
        case '\\' -> throw new LogoException("the custom logo has a CSS escape");
        case '(' -> checkFunction(css, i);
        default -> {
          // Every other character is safe.
        }
      }
    }
    if (css.toString().toLowerCase(Locale.ROOT).contains("stroke-dasharray")) {
      throw new LogoException("the custom logo has dashes");
    }
  }

  private static void checkFunction(CharSequence css, int parenthesis) throws LogoException {
    String name = nameBefore(css, parenthesis);
    if (!FUNCTIONS.contains(name)) {
      throw new LogoException("the custom logo has a CSS function that logos do not need");
    }
    if (name.equals("url") && css.charAt(argument(css, parenthesis)) != '#') {
      throw new LogoException("the custom logo refers to something outside of it");
    }
  }

  /** The targets of all {@code url(#…)}, each with its {@code #}, in a checked text. */
  static List<String> references(CharSequence css) {
    List<String> targets = new ArrayList<>();
    for (int i = 0; i < css.length(); i++) {
      if (css.charAt(i) == '(' && nameBefore(css, i).equals("url")) {
        int start = argument(css, i);
        int end = start;
        while (end < css.length() && ")\"' ".indexOf(css.charAt(end)) < 0) {
          end++;
        }
        targets.add(css.subSequence(start, end).toString());
      }
    }
    return targets;
  }

  private static String nameBefore(CharSequence css, int parenthesis) {
    int end = parenthesis;
    // A transform may have white space there; in CSS, where it is not allowed, it does no harm.
    while (end > 0 && Character.isWhitespace(css.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && isNamePart(css.charAt(start - 1))) {
      start--;
    }
    return css.subSequence(start, end).toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isNamePart(char c) {
    return c == '-' || c == '_' || c >= 0x80 || Character.isLetterOrDigit(c);
  }

  /**
   * The index of the argument, after white space and quotes; the last character if there is none.
   */
  private static int argument(CharSequence css, int parenthesis) {
    int start = parenthesis + 1;
    while (start < css.length() - 1 && " \t\r\n\f\"'".indexOf(css.charAt(start)) >= 0) {
      start++;
    }
    return Math.min(start, css.length() - 1);
  }
}
