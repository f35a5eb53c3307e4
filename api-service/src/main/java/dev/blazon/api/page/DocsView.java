package dev.blazon.api.page;

import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.text;

import dev.blazon.api.page.Shell.About;
import dev.blazon.api.shield.Description;
import dev.blazon.api.shield.ShieldCatalog;
import java.util.Optional;

/** The documentation: its index, and the pages below it. */
final class DocsView {

  private static final String ROOT = "/docs/";

  private final ShieldCatalog catalog;
  private final ShieldDocView shields;

  DocsView(ShieldCatalog catalog, Examples examples) {
    this.catalog = catalog;
    this.shields = new ShieldDocView(examples);
  }

  /** The page at a path below {@code /docs/}, or empty if there is none. */
  Optional<PageAnswer> at(Site site, String path) {
    String name = path.substring(ROOT.length());
    if (name.equals("styles")) {
      return Optional.of(StylesView.of(site));
    }
    if (name.equals(ChartDocView.NAME)) {
      return Optional.of(ChartDocView.of(site));
    }
    return catalog
        .find(name)
        .map(shield -> shields.of(site, shield))
        .or(() -> DialectGuide.find(name).map(guide -> guide(site, guide)));
  }

  PageAnswer index(Site site) {
    return Shell.page(
        site,
        About.view(
            "Documentation · Blazon",
            "Every shield, every address that is understood, styles, colours, and the API.",
            "/docs"),
        el("h1", "Documentation"),
        el("h2", "Shields"),
        el(
            "ul.index",
            each(
                catalog.all().stream().map(shield -> shield.description()).toList(),
                DocsView::entry)),
        el("h2", "Coming from elsewhere"),
        el(
            "ul.index",
            each(
                DialectGuide.ALL,
                guide -> el("li", link(ROOT + guide.id(), "Coming from " + guide.host())))),
        el("h2", "More"),
        el(
            "ul.index",
            el("li", link(ROOT + "styles", "Styles and colours")),
            el("li", link(ROOT + ChartDocView.NAME, "Charts")),
            el("li", link(ROOT + "api", "The API")),
            el("li", link("/repair", "Repairing a README"))));
  }

  PageAnswer missing(Site site) {
    return Shell.page(
            site,
            About.view("No such page · Blazon", "No such page.", "/docs"),
            el("h1", "No such page"),
            el("p", text("Perhaps it is in the "), link("/docs", "documentation"), text(".")))
        .withStatus(404)
        .uncached();
  }

  private static Html entry(Description shield) {
    return el("li", link(ROOT + shield.id(), shield.title()), el("br"), text(shield.meaning()));
  }

  private static PageAnswer guide(Site site, DialectGuide guide) {
    return Shell.page(
        site,
        About.view(
            "Coming from " + guide.host() + " · Blazon",
            "How badges of " + guide.host() + " are had here.",
            ROOT + guide.id()),
        el("p.crumb", link("/docs", "Docs")),
        el("h1", "Coming from " + guide.host()),
        el("p.lead", guide.story()),
        el(
            "p",
            text("Have many? "),
            link("/repair", "Paste your README"),
            text(" and take it back repaired.")),
        el(
            "div.scroll",
            attr("tabindex", "0"),
            attr("role", "region"),
            attr("aria-label", "Addresses"),
            el(
                "table",
                el(
                    "tr",
                    el("th", guide.host()),
                    el("th", "Here"),
                    el("th", "Live"),
                    el("th", "Shows")),
                each(guide.routes(), DocsView::route))));
  }

  private static Html route(DialectGuide.Route route) {
    return el(
        "tr",
        el("td", el("code", route.old())),
        el("td", el("code", route.now())),
        el(
            "td",
            el(
                "img",
                attr("src", route.now()),
                attr("alt", route.shows()),
                attr("height", "20"),
                attr("loading", "lazy"))),
        el("td", route.shows()));
  }
}
