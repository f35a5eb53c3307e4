package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import java.util.List;

/** The frame of all pages: head, navigation and footer. */
final class Shell {

  /**
   * The metadata of a page.
   *
   * @param title the title of the window
   * @param description one sentence, for search engines and previews
   * @param path its path
   * @param preview the path of a PNG for link previews
   */
  record About(String title, String description, String path, String preview) {

    static final String USUAL_PREVIEW =
        "/badge/Blazon-badges_for_every_Python_project-1f4e9c.png?style=for-the-badge&scale=3";

    static About view(String title, String description, String path) {
      return new About(title, description, path, USUAL_PREVIEW);
    }
  }

  private record Tab(String path, String name) {}

  private static final List<Tab> TABS =
      List.of(
          new Tab("/", "Find"),
          new Tab("/compare", "Compare"),
          new Tab("/top", "Top"),
          new Tab("/build", "Build"),
          new Tab("/repair", "Repair"),
          new Tab("/docs", "Docs"),
          new Tab("/status", "Status"));

  private Shell() {}

  static PageAnswer page(Site site, About about, Html... content) {
    return PageAnswer.html(document(site, about, content));
  }

  /** The document of a page that is sent in another way. */
  static Html document(Site site, About about, Html... content) {
    return el(
        "html",
        attr("lang", "en"),
        head(site, about),
        el(
            "body",
            el("a.skip", attr("href", "#main"), text("Skip to the content")),
            header(site, about.path()),
            el("main", attr("id", "main"), all(content)),
            footer()));
  }

  private static Html head(Site site, About about) {
    return el(
        "head",
        el("meta", attr("charset", "utf-8")),
        named("viewport", "width=device-width, initial-scale=1"),
        named("color-scheme", "light dark"),
        el("title", about.title()),
        named("description", about.description()),
        property("og:type", "website"),
        property("og:site_name", "Blazon"),
        property("og:title", about.title()),
        property("og:description", about.description()),
        property("og:url", site.base() + about.path()),
        el("link", attr("rel", "canonical"), attr("href", site.base() + about.path())),
        property("og:image", site.base() + about.preview()),
        named("twitter:card", "summary"),
        el(
            "link",
            attr("rel", "icon"),
            attr("href", "/favicon.svg"),
            attr("type", "image/svg+xml")),
        el("link", attr("rel", "stylesheet"), attr("href", site.assets() + "page.css")),
        el("script", attr("type", "module"), attr("src", site.assets() + "page.js")));
  }

  private static Html header(Site site, String path) {
    return el(
        "header.top",
        el(
            "a.brand",
            attr("href", "/"),
            el(
                "img",
                attr("src", site.assets() + "favicon.svg"),
                attr("alt", ""),
                attr("width", "28"),
                attr("height", "32")),
            text("Blazon")),
        el(
            "nav",
            attr("aria-label", "Main"),
            each(
                TABS,
                tab ->
                    el(
                        "a",
                        attr("href", tab.path()),
                        when(isCurrent(tab, path), attr("aria-current", "page")),
                        text(tab.name())))));
  }

  private static boolean isCurrent(Tab tab, String path) {
    int query = path.indexOf('?');
    String page = query > 0 && !path.startsWith("/?") ? path.substring(0, query) : path;
    return page.equals(tab.path())
        || (tab.path().equals("/docs") && page.startsWith("/docs/"))
        || (tab.path().equals("/top") && page.equals("/rising"));
  }

  private static Html footer() {
    return el(
        "footer.bottom",
        el(
            "p",
            el("i", "To blazon"),
            text(": to describe a shield in words so exactly that anyone can paint it.")),
        el(
            "p",
            text("Successor of pypip.in. "),
            link("/docs/api", "API"),
            text(" · "),
            link("/docs/styles", "Styles and colours"),
            text(" · "),
            link("/docs/pypip.in", "Coming from pypip.in")),
        // The licence of the dataset asks for this on every page that shows numbers.
        el(
            "p",
            text("Download counts: Python Package Index (Linehaul), "),
            link("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
            text(".")));
  }

  private static Html named(String name, String content) {
    return el("meta", attr("name", name), attr("content", content));
  }

  private static Html property(String name, String content) {
    return el("meta", attr("property", name), attr("content", content));
  }
}
