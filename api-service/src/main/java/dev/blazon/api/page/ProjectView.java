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
import dev.blazon.api.shield.DownloadShield;
import dev.blazon.api.shield.ProjectShield;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.shield.Wording;
import dev.blazon.count.CountAnswer;
import dev.blazon.project.ProjectName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The page about one project: what PyPI says about it, its downloads, and all its shields, each
 * with its meaning and the text to paste.
 */
final class ProjectView {

  /** The shields that most READMEs show. */
  private static final List<String> USUAL =
      List.of("version", "py_versions", "license", "download");

  private final ShieldCatalog catalog;

  ProjectView(ShieldCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The page.
   *
   * @param answer what PyPI knows
   */
  PageAnswer of(Site site, ProjectAddress address, Answer<Project> answer, ProjectNumbers numbers) {
    ProjectName name = address.name();
    boolean isGone = answer instanceof Answer.Missing;
    if (isGone && !(numbers instanceof ProjectNumbers.Counted)) {
      return missing(site, address, numbers);
    }
    Optional<Project> project =
        answer instanceof Answer.Known<Project> known
            ? Optional.of(known.value())
            : Optional.empty();
    List<ShieldCard> cards =
        catalog.all().stream()
            .filter(shield -> !isGone || shield instanceof DownloadShield)
            .map(shield -> new ShieldCard(shield.description(), name, content(shield, project)))
            .toList();
    PageAnswer page =
        Shell.page(
            site,
            about(name, project.map(Project::name).orElse(name.written())),
            FindView.band(name.written(), address.snippet()),
            ProjectHead.of(name, project),
            when(project.isEmpty(), withoutFacts(isGone)),
            DownloadsView.of(site, address, numbers),
            badges(site, cards, address.snippet(), isGone));
    return isWhole(answer, numbers) ? page.forAMinute() : page.uncached();
  }

  /** Whether the page says all that there is to say, so that it may be kept. */
  private static boolean isWhole(Answer<Project> answer, ProjectNumbers numbers) {
    boolean isOff =
        numbers instanceof ProjectNumbers.Unanswered unanswered
            && unanswered.reason() == CountAnswer.Reason.OFF;
    return !(answer instanceof Answer.Failed)
        && (isOff || !(numbers instanceof ProjectNumbers.Unanswered));
  }

  private static Html withoutFacts(boolean isGone) {
    return el(
        "p.summary",
        isGone
            ? "PyPI no longer has a project of this name. Its downloads were counted, and stay."
            : "PyPI does not answer at the moment; the shields below try again by themselves.");
  }

  private static Html badges(Site site, List<ShieldCard> cards, Snippet snippet, boolean isGone) {
    return all(
        el("h2.badges", attr("id", "shields"), text("Badges")),
        when(!isGone, usual(site, cards, snippet)),
        el(
            "section.shields",
            attr("aria-labelledby", "shields"),
            each(
                cards.stream().filter(card -> !card.lacksFacts()).toList(),
                card -> card.html(site, snippet))),
        withoutFacts(site, cards.stream().filter(ShieldCard::lacksFacts).toList(), snippet));
  }

  private static About about(ProjectName name, String written) {
    return new About(
        written + ": downloads and badges · Blazon",
        "How often "
            + written
            + " is downloaded, by version, Python, system, installer and country; and every badge"
            + " of it, ready to copy.",
        ProjectAddress.canonical(name),
        ShieldLink.path("version", name, "png") + "?style=for-the-badge&scale=3");
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
            el("summary", Numerals.counted(cards.size(), "shield") + " with nothing to show here"),
            el("div.shields", each(cards, card -> card.html(site, snippet)))));
  }

  /**
   * The page about a name that PyPI does not know. Its tone is kind: the usual reason is a typing
   * error.
   */
  private static PageAnswer missing(Site site, ProjectAddress address, ProjectNumbers numbers) {
    boolean mayBeCounted =
        numbers instanceof ProjectNumbers.Unanswered unanswered
            && unanswered.reason() != CountAnswer.Reason.OFF;
    return unknown(
        site,
        address.name().written(),
        address.snippet(),
        all(
            text("PyPI knows no project called "),
            el("strong", address.name().written()),
            text(". Perhaps a slip of the keyboard? Names are the ones that "),
            el("code", "pip install"),
            text(" takes."),
            when(
                mayBeCounted,
                all(
                    text(
                        " Whether it was counted before it was deleted cannot be said right now: "),
                    link(address.page(), "ask again"),
                    text(".")))));
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
