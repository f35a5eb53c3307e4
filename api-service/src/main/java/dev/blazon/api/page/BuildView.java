package dev.blazon.api.page;

import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.text;

import dev.blazon.api.page.Shell.About;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.badge.Style;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The builder: a plain form whose answer is the same form with the badge beside it. With scripts,
 * {@code live.js} fetches the same URL while the user types, and shows the badge of its answer.
 */
final class BuildView {

  private static final List<Map.Entry<String, String>> STYLES =
      Stream.of(Style.values()).map(style -> Map.entry(style.id(), style.id())).toList();

  private static final List<Map.Entry<String, String>> PARTS =
      List.of(
          Map.entry("", "all"),
          Map.entry("version", "of some versions"),
          Map.entry("python", "with one Python version"),
          Map.entry("installer", "by one installer"),
          Map.entry("system", "on one operating system"));

  private final ShieldCatalog catalog;

  BuildView(ShieldCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param logos names that match the typed logo
   */
  PageAnswer of(Site site, BadgeForm form, List<String> logos) {
    return Shell.page(
        site,
        About.view(
            "Build a badge · Blazon",
            "Choose shield, style, colours, logo, label and format; see the badge as you go, and"
                + " copy it.",
            "/build"),
        el("h1", "Build a badge"),
        el(
            "div.builder",
            el(
                "form.card",
                attr("action", "/build"),
                attr("method", "get"),
                attr("data-live", "result logos"),
                whatFields(form),
                lookFields(form),
                logoFields(form, logos),
                linkFields(form),
                el("button", attr("type", "submit"), text("Show the badge"))),
            result(site, form)));
  }

  private Html whatFields(BadgeForm form) {
    List<Map.Entry<String, String>> shields =
        Stream.concat(
                Stream.of(Map.entry(BadgeForm.STATIC, "My own words (static)")),
                catalog.all().stream()
                    .map(shield -> shield.description())
                    .map(shield -> Map.entry(shield.id(), shield.title())))
            .toList();
    return group(
        "What it says",
        Fields.choice("shield", "Shield", shields, form.shield()),
        Fields.line("project", "Project", form.project(), "requests"),
        Fields.line("label", "Label (left)", form.label(), "the shield's own"),
        Fields.line("message", "Message (static only)", form.message(), "message"),
        Fields.choice("only", "Downloads counted", PARTS, form.only()),
        Fields.line("part", "Which of these", form.part(), "2.*, 3.12, uv, Linux"));
  }

  private static Html lookFields(BadgeForm form) {
    return group(
        "How it looks",
        Fields.choice("style", "Style", STYLES, form.style()),
        Fields.line("color", "Colour", form.color(), "blue, #1f4e9c, …"),
        Fields.line("labelColor", "Label colour", form.labelColor(), "#555"),
        Fields.choice(
            "format",
            "Format",
            List.of(Map.entry("svg", "SVG"), Map.entry("png", "PNG")),
            form.format()),
        Fields.choice(
            "scale",
            "Scale",
            List.of(Map.entry("1", "1×"), Map.entry("2", "2×"), Map.entry("3", "3×")),
            form.scale()));
  }

  private static Html logoFields(BadgeForm form, List<String> logos) {
    return group(
        "Its charge",
        Fields.line("logo", "Logo (type to search)", form.logo(), "python"),
        Fields.line("logoColor", "Logo colour", form.logoColor(), "the brand's own"),
        el("div.logos", attr("id", "logos"), each(logos, slug -> logo(form, slug))));
  }

  /** A logo to choose: a link, so that it works without scripts; with them, it fills the field. */
  private static Html logo(BadgeForm form, String slug) {
    return el(
        "a.logo",
        attr("href", form.withLogo(slug)),
        attr("data-fill", "logo"),
        attr("data-value", slug),
        StaticBadge.of("", slug, "30363d").picture("?logo=" + Encoding.component(slug)));
  }

  private static Html linkFields(BadgeForm form) {
    return group(
        "Where a click leads",
        Fields.line("target", "Link", form.target(), "the project's page on PyPI"));
  }

  private static Html group(String title, Html... fields) {
    return el("fieldset", el("legend", title), Html.all(fields));
  }

  private Html result(Site site, BadgeForm form) {
    Optional<String> path = form.path(catalog);
    String alt = form.alt(catalog);
    return el(
        "section.result",
        attr("id", "result"),
        attr("aria-label", "The badge"),
        path.map(
                address ->
                    Html.all(
                        el(
                            "div.grounds",
                            el("div.ground.light", picture(address, alt)),
                            el("div.ground.dark", picture(address, ""))),
                        each(
                            List.of(Snippet.values()),
                            snippet ->
                                el(
                                    "div.markup",
                                    el("h2", snippet.title()),
                                    SnippetBox.html(
                                        "snippet-" + snippet.id(),
                                        snippet.title(),
                                        snippet.of(
                                            site.base() + address, alt, form.targetOrUsual()))))))
            .orElseGet(
                () ->
                    el(
                        "p.card.notice",
                        text(
                            "A project's name is made of letters, digits, and . _ - in between."))));
  }

  private static Html picture(String address, String alt) {
    return el("img", attr("src", address), attr("alt", alt));
  }
}
