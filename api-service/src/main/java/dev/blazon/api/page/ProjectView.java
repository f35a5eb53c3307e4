package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.none;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.api.lookup.Answer;
import dev.blazon.api.page.Shell.About;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.ProjectShield;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.shield.Wording;
import dev.blazon.project.ProjectName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page about one project: all its shields, each with its meaning and the text to paste. */
final class ProjectView {

  /** The shields that most READMEs show. */
  private static final List<String> USUAL =
      List.of("version", "py_versions", "license", "download");

  private final ShieldCatalog catalog;

  ProjectView(ShieldCatalog catalog) {
    this.catalog = catalog;
  }

  PageAnswer of(Site site, ProjectName name, Answer<Project> answer, Snippet snippet) {
    if (answer instanceof Answer.Missing) {
      return missing(site, name.written(), snippet);
    }
    Optional<Project> project =
        answer instanceof Answer.Known<Project> known
            ? Optional.of(known.value())
            : Optional.empty();
    List<ShieldCard> cards =
        catalog.all().stream()
            .map(shield -> new ShieldCard(shield.description(), name, content(shield, project)))
            .toList();
    String written = project.map(Project::name).orElse(name.written());
    return Shell.page(
            site,
            about(name, written),
            FindView.band(name.written(), snippet),
            el("h1.project", attr("id", "shields"), link(ShieldLink.pypi(name), written)),
            el("p.summary", summary(project)),
            usual(site, cards, snippet),
            el(
                "section.shields",
                attr("aria-labelledby", "shields"),
                each(
                    cards.stream().filter(card -> !card.lacksFacts()).toList(),
                    card -> card.html(site, snippet))),
            withoutFacts(site, cards.stream().filter(ShieldCard::lacksFacts).toList(), snippet))
        .forAMinute();
  }

  private static About about(ProjectName name, String written) {
    return new About(
        "Badges for " + written + " · Blazon",
        "Every badge of "
            + written
            + ", live, with snippets for Markdown, reStructuredText, HTML,"
            + " AsciiDoc and Org.",
        "/?project=" + name.written(),
        ShieldLink.path("version", name, "png") + "?style=for-the-badge&scale=3");
  }

  private static Html summary(Optional<Project> project) {
    return text(
        project
            .map(
                facts ->
                    "Version "
                        + facts.version()
                        + " · "
                        + counted(facts.releaseCount(), "release")
                        + facts
                            .dependencies()
                            .map(count -> " · " + counted(count, "dependency"))
                            .orElse(""))
            .orElse(
                "PyPI does not answer at the moment; the shields below try again by themselves."));
  }

  private static String counted(int number, String noun) {
    String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return number + " " + (number == 1 ? noun : plural);
  }

  private static Optional<Content> content(Shield<?> shield, Optional<Project> project) {
    return shield instanceof ProjectShield ofProject
        ? project.map(facts -> ofProject.content(facts, Wording.PYPIP_IN))
        : Optional.empty();
  }

  /** The usual shields together, as one text to copy. */
  private static Html usual(Site site, List<ShieldCard> cards, Snippet snippet) {
    List<ShieldCard> usual =
        USUAL.stream()
            .flatMap(id -> cards.stream().filter(card -> card.shield().id().equals(id)))
            .toList();
    String separator = snippet == Snippet.RST ? "\n\n" : "\n";
    String together =
        usual.stream()
            .map(card -> card.snippet(site, snippet))
            .collect(Collectors.joining(separator));
    return el(
        "section.card.usual",
        attr("aria-labelledby", "usual"),
        el("h2", attr("id", "usual"), text("What most READMEs show")),
        el("div.well", each(usual, ShieldCard::picture)),
        SnippetBox.html("snippet-usual", "all of these as " + snippet.title(), together));
  }

  /** The shields without facts for this project, folded away. */
  private static Html withoutFacts(Site site, List<ShieldCard> cards, Snippet snippet) {
    return when(
        !cards.isEmpty(),
        el(
            "details.silent",
            el("summary", counted(cards.size(), "shield") + " with nothing to show here"),
            el("div.shields", each(cards, card -> card.html(site, snippet)))));
  }

  /**
   * The page about a name that PyPI does not know. Its tone is kind: the usual reason is a typing
   * error.
   */
  static PageAnswer missing(Site site, String written, Snippet snippet) {
    return unknown(
        site,
        written,
        snippet,
        all(
            text("PyPI knows no project called "),
            el("strong", written),
            text(". Perhaps a slip of the keyboard? Names are the ones that "),
            el("code", "pip install"),
            text(" takes.")));
  }

  /** The page about a name that PEP 508 does not allow; no request is sent. */
  static PageAnswer impossible(Site site, String written, Snippet snippet) {
    return unknown(
        site,
        written,
        snippet,
        all(
            el("strong", written),
            text(
                " cannot be the name of a project: names are made of letters, digits, and . _ -"
                    + " in between.")));
  }

  private static PageAnswer unknown(Site site, String written, Snippet snippet, Html words) {
    return Shell.page(
            site,
            About.view("No such project · Blazon", "No such project on PyPI.", "/"),
            FindView.band(written, snippet),
            el(
                "section.card.notice",
                attr("role", "status"),
                el("h1", "No such project"),
                el("p", words)),
            none())
        .withStatus(404)
        .uncached();
  }
}
