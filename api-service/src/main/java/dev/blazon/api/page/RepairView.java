package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.flag;
import static dev.blazon.api.page.Html.none;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.api.page.ReadmeRepair.Fix;
import dev.blazon.api.page.Shell.About;

/** The page that repairs the badges of a README. */
final class RepairView {

  /** Far more than a README has; keeps the page small if something else is pasted by mistake. */
  private static final int MOST_LISTED = 200;

  private RepairView() {}

  /** The empty form. */
  static PageAnswer form(Site site) {
    return page(site, "", none());
  }

  static PageAnswer repaired(Site site, String readme) {
    return page(site, readme, result(site, ReadmeRepair.of(readme, site.base()))).uncached();
  }

  static PageAnswer tooLong(Site site, int mostKilobytes) {
    Html words =
        el(
            "section.card.notice",
            attr("role", "status"),
            el("h2", "That is a very long README"),
            el(
                "p",
                "Up to "
                    + mostKilobytes
                    + " KB are read at once. Paste the part with the badges."));
    return page(site, "", words).withStatus(413).uncached();
  }

  private static PageAnswer page(Site site, String readme, Html result) {
    return Shell.page(
        site,
        About.view(
            "Bring your README home · Blazon",
            "Paste a README: badges of pypip.in, shields.io, badge.fury.io, pepy.tech and"
                + " badgen.net are found and rewritten.",
            "/repair"),
        el("h1", "Bring your README home"),
        el(
            "p.lead",
            text(
                "Paste a README in any markup, or one badge's address. Badges of pypip.in,"
                    + " shields.io (PyPI), badge.fury.io, pepy.tech and badgen.net (PyPI) are found"
                    + " and rewritten. Nothing is stored, and nothing is sent anywhere else.")),
        result,
        el(
            "form.card.readme",
            attr("action", "/repair"),
            attr("method", "post"),
            el("label", attr("for", "readme"), text("README")),
            el(
                "textarea",
                attr("id", "readme"),
                attr("name", "readme"),
                attr("rows", "12"),
                attr("spellcheck", "false"),
                flag("required"),
                attr(
                    "placeholder",
                    "[![Latest Version](https://pypip.in/version/requests/badge.svg)]"
                        + "(https://pypi.python.org/pypi/requests/)"),
                // The first line break after the start tag is not part of the text (HTML 13.1.2.5).
                text("\n" + readme)),
            el("button", attr("type", "submit"), text("Repair it"))));
  }

  private static Html result(Site site, ReadmeRepair repair) {
    if (repair.fixes().isEmpty()) {
      return el(
          "section.card.notice",
          attr("role", "status"),
          el("h2", "Nothing to repair"),
          el(
              "p",
              "No badge of the five services is in there. Static badges, and badges of other"
                  + " things than PyPI, are left as they are."));
    }
    int badges = repair.badges().size();
    int links = repair.fixes().size() - badges;
    return el(
        "section.card.repaired",
        attr("aria-labelledby", "repaired"),
        el(
            "h2",
            attr("id", "repaired"),
            text(
                count(badges, "badge")
                    + (links == 0 ? "" : " and " + count(links, "link"))
                    + " brought home")),
        SnippetBox.html("snippet-readme", "the repaired README", repair.text()),
        el(
            "ul.fixes",
            each(repair.fixes().stream().limit(MOST_LISTED).toList(), fix -> row(site, fix))),
        when(
            repair.fixes().size() > MOST_LISTED,
            el("p", "Only the first " + MOST_LISTED + " are listed; all are in the text above.")));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static Html row(Site site, Fix fix) {
    return el(
        "li",
        el("span.line", "Line " + fix.line()),
        el("div.old", before(fix), el("code", fix.oldUrl())),
        el("div.new", after(site, fix), el("code", fix.newUrl())));
  }

  /** The old URL as text. Showing the old picture would reveal the reader to its host. */
  private static Html before(Fix fix) {
    if (!fix.isBadge()) {
      return el("span.was", "a link");
    }
    return fix.isDead()
        ? el("span.was.broken", "broken: " + fix.host() + " is gone")
        : el("span.was", "from " + fix.host());
  }

  private static Html after(Site site, Fix fix) {
    if (!fix.isBadge()) {
      return none();
    }
    String path = fix.newUrl().substring(site.base().length()).replace("&amp;", "&");
    return all(
        el(
            "img",
            attr("src", path),
            attr("alt", "New badge"),
            attr("height", "20"),
            attr("loading", "lazy")));
  }
}
