package dev.blazon.stats.source.bigquery;

import dev.blazon.count.CountingRule;
import dev.blazon.count.Day;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.Mirrors;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The query for a day: counts by version and by each dimension, in both measures. It is one query
 * with several groupings, because BigQuery bills the columns that a query reads, however often it
 * groups by them.
 */
final class DayQuery {

  /** The columns of the result. {@code dimension} says what {@code category} is a value of. */
  static final List<String> COLUMNS =
      List.of("project", "day", "dimension", "category", "downloads", "without_mirrors");

  /** The value of {@code dimension} in rows that count for the total. */
  static final String VERSION = "version";

  private static final String SQL =
      """
      SELECT
        project,
        day,
        CASE
          WHEN GROUPING(version) = 0 THEN 'version'
          WHEN GROUPING(python) = 0 THEN 'python'
          WHEN GROUPING(system) = 0 THEN 'system'
          WHEN GROUPING(installer) = 0 THEN 'installer'
          WHEN GROUPING(country) = 0 THEN 'country'
          ELSE 'ci'
        END AS dimension,
        CASE
          WHEN GROUPING(version) = 0 THEN version
          WHEN GROUPING(python) = 0 THEN python
          WHEN GROUPING(system) = 0 THEN system
          WHEN GROUPING(installer) = 0 THEN installer
          WHEN GROUPING(country) = 0 THEN country
          ELSE ci
        END AS category,
        COUNT(*) AS downloads,
        COUNTIF(NOT is_mirror) AS without_mirrors
      FROM (
        SELECT
          file.project AS project,
          FORMAT_DATE('%%F', DATE(timestamp)) AS day,
          file.version AS version,
          REGEXP_EXTRACT(details.python, r'^([^.]+[.][^.]+)') AS python,
          details.system.name AS system,
          details.installer.name AS installer,
          country_code AS country,
          CAST(details.ci AS STRING) AS ci,
          details.installer.name IS NULL OR LOWER(details.installer.name) IN (%s) AS is_mirror
        FROM `bigquery-public-data.pypi.file_downloads`
        WHERE timestamp >= TIMESTAMP(@day)
          AND timestamp < TIMESTAMP(DATE_ADD(@day, INTERVAL 1 DAY))%s%s)
      GROUP BY GROUPING SETS (
        (project, day, version), (project, day, python), (project, day, system),
        (project, day, installer), (project, day, country), (project, day, ci))
      """;

  private static final String LISTED = "\n    AND file.project IN UNNEST(@projects)";

  /** What PyPI counts since 2026-08-24; before, it counted metadata and signatures, too. */
  private static final String FILES_ONLY =
      "\n    AND REGEXP_CONTAINS(file.filename, r'[.](whl|tar[.]gz|zip)$')";

  private DayQuery() {}

  /**
   * The fields {@code query} and {@code queryParameters} of a request.
   *
   * @param projects empty: all projects of PyPI
   * @param rule {@link CountingRule#FILES} leaves out, of days before it was PyPI's rule, what PyPI
   *     no longer counts; that reads one column more
   */
  static JsonObject of(Day day, Collection<ProjectName> projects, CountingRule rule) {
    boolean isFilter = rule == CountingRule.FILES && CountingRule.on(day) != CountingRule.FILES;
    JsonArray parameters = new JsonArray().add(parameter("day", "DATE", day.toString()));
    if (!projects.isEmpty()) {
      parameters.add(names(projects));
    }
    String mirrors =
        Mirrors.names().stream()
            .sorted()
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(", "));
    return new JsonObject()
        .put(
            "query",
            SQL.formatted(mirrors, projects.isEmpty() ? "" : LISTED, isFilter ? FILES_ONLY : ""))
        .put("parameterMode", "NAMED")
        .put("queryParameters", parameters);
  }

  private static JsonObject parameter(String name, String type, String value) {
    return new JsonObject()
        .put("name", name)
        .put("parameterType", new JsonObject().put("type", type))
        .put("parameterValue", new JsonObject().put("value", value));
  }

  private static JsonObject names(Collection<ProjectName> projects) {
    JsonArray values = new JsonArray();
    projects.stream()
        .map(ProjectName::normalized)
        .sorted()
        .forEach(name -> values.add(new JsonObject().put("value", name)));
    return new JsonObject()
        .put("name", "projects")
        .put(
            "parameterType",
            new JsonObject()
                .put("type", "ARRAY")
                .put("arrayType", new JsonObject().put("type", "STRING")))
        .put("parameterValue", new JsonObject().put("arrayValues", values));
  }
}
