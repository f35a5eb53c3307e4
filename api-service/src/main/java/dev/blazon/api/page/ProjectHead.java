package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.none;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.api.pypi.About;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.stats.CountWords;
import dev.blazon.count.Day;
import dev.blazon.project.ProjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The head of a project's page: what PyPI says about the project. */
final class ProjectHead {

  /** More would push the numbers off the screen. */
  private static final int MOST_LINKS = 8;

  private ProjectHead() {}

  /**
   * @param project empty: PyPI does not say
   */
  static Html of(ProjectName name, Optional<Project> project) {
    String written = project.map(Project::name).orElse(name.written());
    return el(
        "header.masthead",
        el("h1.project", written),
        when(project.flatMap(known -> known.about().summary()), words -> el("p.lead", words)),
        when(project, known -> el("p.release", release(known))),
        when(project, known -> links(name, known.about().links())));
  }

  private static Html release(Project project) {
    List<Html> parts = new ArrayList<>();
    if (!project.version().isEmpty()) {
      parts.add(all(text("Version "), el("strong", project.version())));
    }
    project
        .release()
        .uploaded()
        .ifPresent(at -> parts.add(text("released " + CountWords.day(Day.at(at)))));
    About about = project.about();
    about.author().ifPresent(author -> parts.add(text("by " + author)));
    about.maintainer().ifPresent(who -> parts.add(text("maintained by " + who)));
    parts.add(text(Numerals.counted(project.releaseCount(), "release")));
    project
        .dependencies()
        .ifPresent(count -> parts.add(text(Numerals.counted(count, "dependency"))));
    return separated(parts);
  }

  /** Strangers chose the addresses: search engines must not follow them in our name. */
  private static Html links(ProjectName name, List<About.Link> links) {
    List<Html> shown = new ArrayList<>();
    shown.add(link(ShieldLink.pypi(name), "PyPI"));
    links.stream()
        .filter(link -> About.Link.isWeb(link.address()))
        .limit(MOST_LINKS)
        .forEach(link -> shown.add(link(link.address(), link.name())));
    return el(
        "ul.links", attr("aria-label", "Links of the project"), each(shown, one -> el("li", one)));
  }

  private static Html link(String address, String words) {
    return el("a", attr("href", address), attr("rel", "nofollow noopener"), text(words));
  }

  /** Pieces with dots between them. */
  private static Html separated(List<Html> parts) {
    List<Html> all = new ArrayList<>();
    for (Html part : parts) {
      all.add(all.isEmpty() ? none() : text(" · "));
      all.add(part);
    }
    return new Html.Pieces(all);
  }
}
