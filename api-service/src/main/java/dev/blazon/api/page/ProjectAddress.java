package dev.blazon.api.page;

import dev.blazon.count.DayRange;
import dev.blazon.project.ProjectName;
import java.util.List;

/**
 * The addresses of what a reader chose to see of a project. All are paths below our base URL.
 *
 * @param snippet the markup that the reader chose
 */
record ProjectAddress(ProjectName name, CurveChoice choice, Snippet snippet) {

  /** Where a page that changed only its curve should be scrolled to, without scripts. */
  private static final String CURVE = "#downloads";

  /** The path of a project's page in its usual form, under which search engines know it. */
  static String canonical(ProjectName name) {
    return ProjectPath.of(name.normalized());
  }

  ProjectAddress with(CurveChoice other) {
    return new ProjectAddress(name, other, snippet);
  }

  ProjectAddress with(Snippet other) {
    return new ProjectAddress(name, choice, other);
  }

  /** The page. */
  String page() {
    return folder() + choice.pageQuery().add("snippet", snippetWord()).written();
  }

  /** The page without a query, for forms. */
  String folder() {
    return ProjectPath.of(name.written());
  }

  /** The page, scrolled to the curve. */
  String curve() {
    return page() + CURVE;
  }

  /** The address to which a form goes that changes the curve. */
  String form() {
    return folder() + CURVE;
  }

  /** The markup in a query; empty: the usual one. */
  String snippetWord() {
    return snippet == Snippet.MARKDOWN ? "" : snippet.id();
  }

  /** The chart, in the colours that its reader's system wants. */
  String chart(int width, int height) {
    return "/chart/"
        + name.written()
        + ".svg"
        + choice
            .chartQuery()
            .add("theme", "auto")
            .add("width", Integer.toString(width))
            .add("height", Integer.toString(height))
            .written();
  }

  /**
   * The numbers of the curve.
   *
   * @param by what they are split by
   * @param globs which versions
   * @param format of the API; empty: JSON
   */
  String numbers(DayRange days, Breakdown by, List<String> globs, String format) {
    return "/api/v3/projects/"
        + name.written()
        + "/downloads"
        + new Query()
            .add("by", by == Breakdown.TOTAL ? "" : by.word())
            .add("versions", String.join(",", globs))
            .add("from", days.first().toString())
            .add("to", days.last().toString())
            .add("interval", choice.shownInterval().word())
            .add("mirrors", choice.mirrors() ? "" : "false")
            .add("format", format)
            .written();
  }
}
