package dev.blazon.api.page;

import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.flag;
import static dev.blazon.api.page.Html.text;

/**
 * Text to copy: by a button where scripts run; elsewhere a click selects all of it, which style
 * sheets can do.
 */
final class SnippetBox {

  private SnippetBox() {}

  /**
   * @param id of the element with the text, alone in its view
   * @param what the text is, for those who do not see it
   */
  static Html html(String id, String what, String snippet) {
    return el(
        "div.snippet",
        el(
            "pre",
            attr("id", id),
            attr("tabindex", "0"),
            attr("role", "textbox"),
            attr("aria-readonly", "true"),
            attr("aria-multiline", "true"),
            attr("aria-label", what),
            text(snippet)),
        button(id, what));
  }

  private static Html button(String id, String what) {
    return el(
        "button.copy",
        attr("type", "button"),
        attr("data-copy", id),
        attr("aria-label", "Copy " + what),
        flag("hidden"),
        text("Copy"));
  }
}
