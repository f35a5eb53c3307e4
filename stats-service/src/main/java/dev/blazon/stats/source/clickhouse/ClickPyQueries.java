package dev.blazon.stats.source.clickhouse;

import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.Mirrors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Our queries over the tables of ClickPy, ClickHouse's copy of PyPI's downloads. Each row of a
 * result is a project's day, with lists: a server that allows few rows is asked few queries. All
 * tables begin their sorting key with the project, so a project's history is read without the
 * others.
 *
 * <p>The SQL uses what ClickHouse 18.16 (2018) has, too, but for the placeholders.
 */
final class ClickPyQueries {

  /** Tables of sums are only summed when ClickHouse merges their parts, so each query sums. */
  private static final String VERSIONS =
      """
      SELECT project, toString(date) AS day, groupArray(version) AS versions,
        groupArray(installer) AS installers, groupArray(downloads) AS counts
      FROM (
        SELECT project, date, version, installer, sum(count) AS downloads
        FROM pypi_downloads_per_day_by_version_by_installer_by_type
        WHERE %s
        GROUP BY project, date, version, installer)
      GROUP BY project, date
      """;

  /** How many rows of {@link #VERSIONS} each day has; parts that are not merged count more. */
  private static final String SIZES =
      """
      SELECT project, groupArray(day) AS days, groupArray(items) AS sizes
      FROM (
        SELECT project, toString(date) AS day, count() AS items
        FROM pypi_downloads_per_day_by_version_by_installer_by_type
        WHERE %s
        GROUP BY project, date)
      GROUP BY project
      """;

  private static final String CATEGORIES =
      """
      SELECT project, toString(date) AS day, groupArray(category) AS categories,
        groupArray(downloads) AS counts
      FROM (
        SELECT project, date, %2$s AS category, sum(count) AS downloads
        FROM %1$s
        WHERE %3$s
        GROUP BY project, date, category)
      GROUP BY project, date
      """;

  private static final String COUNTRIES =
      """
      SELECT project, toString(date) AS day, groupArray(country_code) AS categories,
        groupArray(downloads) AS counts, groupArray(mirrored) AS mirrored_counts
      FROM (
        SELECT project, date, country_code, sum(count) AS downloads,
          sumIf(count, lower(installer) IN (%2$s)) AS mirrored
        FROM pypi_downloads_per_day_by_version_by_installer_by_type_by_country
        WHERE %1$s
        GROUP BY project, date, country_code)
      GROUP BY project, date
      """;

  private static final String DAYS =
      """
      SELECT groupArray(day) AS days, groupArray(downloads) AS counts
      FROM (
        SELECT toString(date) AS day, sum(count) AS downloads
        FROM pypi_downloads_per_day
        WHERE %s
        GROUP BY date)
      """;

  private ClickPyQueries() {}

  /** Columns: project, day, versions, installers, counts. */
  static BoundQuery versions(Piece piece) {
    return bound(VERSIONS.formatted(where(piece)), piece);
  }

  /** Columns: project, days, numbers of items. */
  static BoundQuery sizes(Piece piece) {
    return bound(SIZES.formatted(where(piece)), piece);
  }

  /** Columns: project, day, minor versions of Python, counts. */
  static BoundQuery pythons(Piece piece) {
    return categories("pypi_downloads_per_day_by_version_by_python", "python_minor", piece);
  }

  /** Columns: project, day, systems, counts. */
  static BoundQuery systems(Piece piece) {
    return categories("pypi_downloads_per_day_by_version_by_system", "system", piece);
  }

  /** Columns: project, day, country codes, counts, counts of mirrors. */
  static BoundQuery countries(Piece piece) {
    return bound(COUNTRIES.formatted(where(piece), mirrors()), piece);
  }

  /** One row: days, counts of all projects of the piece together. */
  static BoundQuery days(Piece piece) {
    return bound(DAYS.formatted(where(piece)), piece);
  }

  private static BoundQuery categories(String table, String column, Piece piece) {
    return bound(CATEGORIES.formatted(table, column, where(piece)), piece);
  }

  /** The names are constants of ours; an unknown installer counts as a mirror, too. */
  private static String mirrors() {
    return Mirrors.names().stream()
        .sorted()
        .map(name -> "'" + name + "'")
        .collect(Collectors.joining(", ", "'', ", ""));
  }

  private static String where(Piece piece) {
    String names =
        IntStream.range(0, piece.projects().size())
            .mapToObj(i -> "{project%d:String}".formatted(i))
            .collect(Collectors.joining(", "));
    return "project IN (%s) AND date >= toDate({from:String}) AND date <= toDate({to:String})"
        .formatted(names);
  }

  private static BoundQuery bound(String sql, Piece piece) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("from", piece.days().first().toString());
    parameters.put("to", piece.days().last().toString());
    List<ProjectName> projects = piece.projects();
    for (int i = 0; i < projects.size(); i++) {
      parameters.put("project" + i, projects.get(i).normalized());
    }
    return new BoundQuery(sql, parameters);
  }
}
