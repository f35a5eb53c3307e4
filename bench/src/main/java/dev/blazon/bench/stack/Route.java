package dev.blazon.bench.stack;

/**
 * The routes of the five dialects that READMEs use, and how often. Left out: routes of other
 * services than ours, and endpoint badges, which would need a third host.
 */
enum Route {
  STATIC("shields:static(badge/)", 1895, Looks.SHIELDS, "/badge/package-{text}-blue"),
  VERSION("shields:pypi/v", 943, Looks.SHIELDS, "/pypi/v/{project}"),
  PYTHON_VERSIONS("shields:pypi/pyversions", 775, Looks.SHIELDS, "/pypi/pyversions/{project}"),
  FURY("badge.fury.io/py", 531, Looks.SVG, "/py/{project}"),
  PEPY("static.pepy.tech/badge", 357, Looks.BARE, "/pepy/badge/{project}"),
  MONTHLY("shields:pypi/dm", 258, Looks.SHIELDS, "/pypi/dm/{project}"),
  LICENSE("shields:pypi/l", 131, Looks.SHIELDS, "/pypi/l/{project}"),
  OLD_PEPY("pepy.tech/badge", 71, Looks.BARE, "/pepy/badge/{project}"),
  STATIC_QUERY(
      "shields:static/v1", 60, Looks.BARE, "/static/v1?label=package&message={project}&color=blue"),
  STATUS("shields:pypi/status", 47, Looks.SHIELDS, "/pypi/status/{project}"),
  PERSONALIZED(
      "static.pepy.tech/personalized-badge",
      43,
      Looks.BARE,
      "/pepy/personalized-badge/{project}?period=total&units=international_system"
          + "&left_color=grey&right_color=blue&left_text=downloads"),
  WHEEL("shields:pypi/wheel", 26, Looks.SHIELDS, "/pypi/wheel/{project}"),
  PEPY_MONTH("pepy.tech/badge/month", 21, Looks.BARE, "/pepy/badge/{project}/month"),
  BADGEN_STATIC("badgen:badge", 18, Looks.BARE, "/badgen/badge/package/{project}/blue"),
  IMPLEMENTATION(
      "shields:pypi/implementation", 18, Looks.SHIELDS, "/pypi/implementation/{project}"),
  WEEKLY("shields:pypi/dw", 16, Looks.SHIELDS, "/pypi/dw/{project}"),
  PYPIP_IN_DOWNLOADS("pypip.in/d", 14, Looks.PYPIP_IN, "/d/{project}/badge"),
  BADGEN_VERSION("badgen:pypi/v", 12, Looks.BARE, "/badgen/pypi/v/{project}"),
  PYPIP_IN_VERSION("pypip.in/v", 8, Looks.PYPIP_IN, "/v/{project}/badge"),
  DAILY("shields:pypi/dd", 6, Looks.SHIELDS, "/pypi/dd/{project}"),
  DJANGO_VERSIONS("shields:pypi/djversions", 6, Looks.SHIELDS, "/pypi/djversions/{project}"),
  FORMAT("shields:pypi/format", 6, Looks.SHIELDS, "/pypi/format/{project}");

  /** What a dialect's readers add to a path. */
  enum Looks {
    /** An extension or none, style and colours. */
    SHIELDS,
    /** {@code .svg} or {@code .png}. */
    PYPIP_IN,
    /** {@code .svg}. */
    SVG,
    /** Nothing. */
    BARE
  }

  private final String tableName;
  private final int count;
  private final Looks looks;
  private final String path;

  Route(String tableName, int count, Looks looks, String path) {
    this.tableName = tableName;
    this.count = count;
    this.looks = looks;
    this.path = path;
  }

  /** As {@code badge-tables-pypi-readmes.txt} calls it. */
  String tableName() {
    return tableName;
  }

  /**
   * Badges in the READMEs of 2,503 projects (a sample of PyPI, November 2026): what counts when the
   * table itself is not at hand.
   */
  int count() {
    return count;
  }

  Looks looks() {
    return looks;
  }

  /** The badge of that project, without extension; it may end with a query. */
  String path(String project) {
    return path.replace("{project}", project).replace("{text}", text(project));
  }

  /** A project's name as the message of a static badge, where hyphens and underscores separate. */
  private static String text(String project) {
    return project.replace("-", "--").replace("_", "__");
  }
}
