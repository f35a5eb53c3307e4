package dev.blazon.api.page;

import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.flag;
import static dev.blazon.api.page.Html.text;

/**
 * A text to copy. With scripts it has a button that copies it; without them a click selects all of
 * it, by CSS.
 */
final class SnippetBox {

  private SnippetBox() {}

  /**
   * @param id the id of the element with the text, unique in the page
   * @param what a name of the text for screen readers
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
