package dev.blazon.bench.stack;

/**
 * The routes of the five dialects in READMEs, the most frequent first. Routes of services that
 * Blazon does not replace are left out, as are endpoint badges, which would need a third host.
 */
enum Route {
  STATIC("shields:static(badge/)", Options.SHIELDS, "/badge/package-{text}-blue"),
  VERSION("shields:pypi/v", Options.SHIELDS, "/pypi/v/{project}"),
  PYTHON_VERSIONS("shields:pypi/pyversions", Options.SHIELDS, "/pypi/pyversions/{project}"),
  FURY("badge.fury.io/py", Options.SVG, "/py/{project}"),
  PEPY("static.pepy.tech/badge", Options.BARE, "/pepy/badge/{project}"),
  MONTHLY("shields:pypi/dm", Options.SHIELDS, "/pypi/dm/{project}"),
  LICENSE("shields:pypi/l", Options.SHIELDS, "/pypi/l/{project}"),
  OLD_PEPY("pepy.tech/badge", Options.BARE, "/pepy/badge/{project}"),
  STATIC_QUERY(
      "shields:static/v1", Options.BARE, "/static/v1?label=package&message={project}&color=blue"),
  STATUS("shields:pypi/status", Options.SHIELDS, "/pypi/status/{project}"),
  PERSONALIZED(
      "static.pepy.tech/personalized-badge",
      Options.BARE,
      "/pepy/personalized-badge/{project}?period=total&units=international_system"
          + "&left_color=grey&right_color=blue&left_text=downloads"),
  WHEEL("shields:pypi/wheel", Options.SHIELDS, "/pypi/wheel/{project}"),
  PEPY_MONTH("pepy.tech/badge/month", Options.BARE, "/pepy/badge/{project}/month"),
  BADGEN_STATIC("badgen:badge", Options.BARE, "/badgen/badge/package/{project}/blue"),
  IMPLEMENTATION("shields:pypi/implementation", Options.SHIELDS, "/pypi/implementation/{project}"),
  WEEKLY("shields:pypi/dw", Options.SHIELDS, "/pypi/dw/{project}"),
  PYPIP_IN_DOWNLOADS("pypip.in/d", Options.PYPIP_IN, "/d/{project}/badge"),
  BADGEN_VERSION("badgen:pypi/v", Options.BARE, "/badgen/pypi/v/{project}"),
  PYPIP_IN_VERSION("pypip.in/v", Options.PYPIP_IN, "/v/{project}/badge"),
  DAILY("shields:pypi/dd", Options.SHIELDS, "/pypi/dd/{project}"),
  DJANGO_VERSIONS("shields:pypi/djversions", Options.SHIELDS, "/pypi/djversions/{project}"),
  FORMAT("shields:pypi/format", Options.SHIELDS, "/pypi/format/{project}");

  /** What the READMEs of a dialect add to a path. */
  enum Options {
    /** An optional extension, style and colours. */
    SHIELDS,
    /** {@code .svg} or {@code .png}. */
    PYPIP_IN,
    /** {@code .svg}. */
    SVG,
    /** Nothing. */
    BARE
  }

  private final String tableName;
  private final Options options;
  private final String path;

  Route(String tableName, Options options, String path) {
    this.tableName = tableName;
    this.options = options;
    this.path = path;
  }

  /** The route's name in {@code badge-tables-pypi-readmes.txt}. */
  String tableName() {
    return tableName;
  }

  Options options() {
    return options;
  }

  /** The path of this project's badge, without extension; it may end with a query. */
  String path(String project) {
    return path.replace("{project}", project).replace("{text}", text(project));
  }

  /**
   * A project's name as the message of a static badge, where hyphens and underscores must be
   * doubled.
   */
  private static String text(String project) {
    return project.replace("-", "--").replace("_", "__");
  }
}
