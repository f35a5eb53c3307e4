package dev.blazon.bench.stack;

/**
 * The routes of the five dialects that READMEs use, the most used first. Left out: routes of other
 * services than ours, and endpoint badges, which would need a third host.
 */
enum Route {
  STATIC("shields:static(badge/)", Looks.SHIELDS, "/badge/package-{text}-blue"),
  VERSION("shields:pypi/v", Looks.SHIELDS, "/pypi/v/{project}"),
  PYTHON_VERSIONS("shields:pypi/pyversions", Looks.SHIELDS, "/pypi/pyversions/{project}"),
  FURY("badge.fury.io/py", Looks.SVG, "/py/{project}"),
  PEPY("static.pepy.tech/badge", Looks.BARE, "/pepy/badge/{project}"),
  MONTHLY("shields:pypi/dm", Looks.SHIELDS, "/pypi/dm/{project}"),
  LICENSE("shields:pypi/l", Looks.SHIELDS, "/pypi/l/{project}"),
  OLD_PEPY("pepy.tech/badge", Looks.BARE, "/pepy/badge/{project}"),
  STATIC_QUERY(
      "shields:static/v1", Looks.BARE, "/static/v1?label=package&message={project}&color=blue"),
  STATUS("shields:pypi/status", Looks.SHIELDS, "/pypi/status/{project}"),
  PERSONALIZED(
      "static.pepy.tech/personalized-badge",
      Looks.BARE,
      "/pepy/personalized-badge/{project}?period=total&units=international_system"
          + "&left_color=grey&right_color=blue&left_text=downloads"),
  WHEEL("shields:pypi/wheel", Looks.SHIELDS, "/pypi/wheel/{project}"),
  PEPY_MONTH("pepy.tech/badge/month", Looks.BARE, "/pepy/badge/{project}/month"),
  BADGEN_STATIC("badgen:badge", Looks.BARE, "/badgen/badge/package/{project}/blue"),
  IMPLEMENTATION("shields:pypi/implementation", Looks.SHIELDS, "/pypi/implementation/{project}"),
  WEEKLY("shields:pypi/dw", Looks.SHIELDS, "/pypi/dw/{project}"),
  PYPIP_IN_DOWNLOADS("pypip.in/d", Looks.PYPIP_IN, "/d/{project}/badge"),
  BADGEN_VERSION("badgen:pypi/v", Looks.BARE, "/badgen/pypi/v/{project}"),
  PYPIP_IN_VERSION("pypip.in/v", Looks.PYPIP_IN, "/v/{project}/badge"),
  DAILY("shields:pypi/dd", Looks.SHIELDS, "/pypi/dd/{project}"),
  DJANGO_VERSIONS("shields:pypi/djversions", Looks.SHIELDS, "/pypi/djversions/{project}"),
  FORMAT("shields:pypi/format", Looks.SHIELDS, "/pypi/format/{project}");

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
  private final Looks looks;
  private final String path;

  Route(String tableName, Looks looks, String path) {
    this.tableName = tableName;
    this.looks = looks;
    this.path = path;
  }

  /** As {@code badge-tables-pypi-readmes.txt} calls it. */
  String tableName() {
    return tableName;
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
