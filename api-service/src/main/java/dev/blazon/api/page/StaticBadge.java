package dev.blazon.api.page;

import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.el;

/**
 * A badge that says what its address says.
 *
 * @param label empty: no left part
 * @param color a name, hex digits, or a CSS colour
 */
record StaticBadge(String label, String message, String color) {

  static StaticBadge of(String label, String message, String color) {
    return new StaticBadge(label, message, color);
  }

  /** Its address from the root, without extension and query. */
  String path() {
    String left = label.isEmpty() ? "" : escaped(label) + "-";
    return "/badge/" + left + escaped(message) + "-" + Encoding.component(color);
  }

  /** The badge in a page, as SVG. */
  Html picture(String query) {
    return el(
        "img",
        attr("src", path() + ".svg" + query),
        attr("alt", label.isEmpty() ? message : label + ": " + message),
        attr("loading", "lazy"));
  }

  /** The static badge's own escapes (shields.io): a dash and an underscore are doubled. */
  private static String escaped(String text) {
    return Encoding.component(text.replace("-", "--").replace("_", "__").replace(' ', '_'));
  }
}
