package dev.blazon.api.page;

import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.flag;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import java.util.List;
import java.util.Map;

/** The fields of a form, each with its label. */
final class Fields {

  private Fields() {}

  static Html option(String value, String title, boolean chosen) {
    return el("option", attr("value", value), when(chosen, flag("selected")), text(title));
  }

  /** A field for one line of text. */
  static Html line(String name, String title, String value, String placeholder) {
    return field(
        name,
        title,
        el(
            "input",
            attr("id", name),
            attr("name", name),
            attr("value", value),
            attr("placeholder", placeholder),
            attr("autocomplete", "off"),
            attr("autocapitalize", "none"),
            attr("spellcheck", "false"),
            attr("maxlength", Integer.toString(BadgeForm.LONGEST))));
  }

  /** A choice of one value among several. */
  static Html choice(
      String name, String title, List<Map.Entry<String, String>> options, String chosen) {
    return field(
        name,
        title,
        el(
            "select",
            attr("id", name),
            attr("name", name),
            each(options, o -> option(o.getKey(), o.getValue(), o.getKey().equals(chosen)))));
  }

  private static Html field(String name, String title, Html control) {
    return el("div.field", el("label", attr("for", name), text(title)), control);
  }
}
