package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.text;

import dev.blazon.api.page.Shell.About;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Style;
import java.util.List;

/** The page that shows every style and every named colour. */
final class StylesView {

  private static final List<BadgeColor> PALETTE =
      List.of(
          BadgeColor.BRIGHTGREEN,
          BadgeColor.GREEN,
          BadgeColor.YELLOWGREEN,
          BadgeColor.YELLOW,
          BadgeColor.ORANGE,
          BadgeColor.RED,
          BadgeColor.BLUE,
          BadgeColor.LIGHTGREY,
          BadgeColor.GREY);

  private static final List<String> MEANINGS =
      List.of("success", "important", "critical", "informational", "inactive");

  private static final List<String> OTHERS =
      List.of("ff69b4", "1f4e9c", "e3b341", "rebeccapurple", "teal", "crimson");

  private StylesView() {}

  static PageAnswer of(Site site) {
    return Shell.page(
        site,
        About.view(
            "Styles and colours · Blazon", "Every style and colour of a badge.", "/docs/styles"),
        el("p.crumb", Html.link("/docs", "Docs")),
        el("h1", "Styles and colours"),
        el("h2", "Styles"),
        el(
            "div.scroll",
            el(
                "table",
                el("tr", el("th", "style="), el("th", "Plain"), el("th", "With a logo")),
                each(List.of(Style.values()), StylesView::style))),
        el("h2", "Colours by name"),
        el("div.says", each(PALETTE, color -> swatch(color.name()))),
        el("h2", "Colours by meaning"),
        el("div.says", each(MEANINGS, StylesView::swatch)),
        el("h2", "Any other"),
        el(
            "p",
            all(
                text("Hex digits with or without "),
                el("code", "#"),
                text(", and the colours of CSS, by name or as rgb() and hsl()."))),
        el("div.says", each(OTHERS, StylesView::swatch)));
  }

  private static Html style(Style style) {
    StaticBadge badge = StaticBadge.of("pypi", "v1.2.3", "blue");
    return el(
        "tr",
        el("td", el("code", style.id())),
        el("td", badge.picture("?style=" + style.id())),
        el("td", badge.picture("?style=" + style.id() + "&logo=pypi")));
  }

  private static Html swatch(String color) {
    return StaticBadge.of("color", color, color).picture("");
  }
}
