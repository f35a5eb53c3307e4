package dev.blazon.api.page;

import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.el;

/**
 * A static badge, whose URL contains all its words.
 *
 * @param label empty: no left part
 * @param color a name, hex digits, or a CSS colour
 */
record StaticBadge(String label, String message, String color) {

  static StaticBadge of(String label, String message, String color) {
    return new StaticBadge(label, message, color);
  }

  /** Its path, without extension and query. */
  String path() {
    String left = label.isEmpty() ? "" : escaped(label) + "-";
    return "/badge/" + left + escaped(message) + "-" + Encoding.component(color);
  }

  /** The badge as an image element with an SVG source. */
  Html picture(String query) {
    return el(
        "img",
        attr("src", path() + ".svg" + query),
        attr("alt", label.isEmpty() ? message : label + ": " + message),
        attr("loading", "lazy"));
  }

  /** Escapes a text as in shields.io's static badges: dashes and underscores are doubled. */
  private static String escaped(String text) {
    return Encoding.component(text.replace("-", "--").replace("_", "__").replace(' ', '_'));
  }
}
