package dev.blazon.stats.testing;

import java.util.List;
import java.util.stream.Collectors;

/**
 * ClickPy's tables in a real ClickHouse server: the raw table, the sums, and the views that keep
 * them, after {@code scripts/create_tables.sh} of ClickHouse/clickpy at {@code e88ae6fe}.
 */
public final class ClickPyTables {

  private static final String PREFIX = "pypi_downloads_per_day";

  /** Each table of sums, with the columns beside project and date, in the order of its key. */
  private enum Sums {
    DAY("", "project, date"),
    VERSION("_by_version", "project, version, date"),
    PYTHON("_by_version_by_python", "project, version, date, python_minor"),
    SYSTEM("_by_version_by_system", "project, version, date, system"),
    INSTALLER("_by_version_by_installer_by_type", "project, version, date, installer"),
    COUNTRY(
        "_by_version_by_installer_by_type_by_country",
        "project, version, date, country_code, installer");

    private final String name;
    private final String key;

    Sums(String suffix, String key) {
      this.name = "pypi." + PREFIX + suffix;
      this.key = key;
    }

    /** The table by type keeps an arbitrary type, since that is not in its key. */
    private String columns() {
      return this == INSTALLER || this == COUNTRY ? key + ", type" : key;
    }
  }

  private ClickPyTables() {}

  /** Creates all tables and views, empty. */
  public static void create(ClickHouseProcess server) {
    server.run("CREATE DATABASE pypi");
    server.run(
        """
        CREATE TABLE pypi.pypi (%s) ENGINE = MergeTree PARTITION BY tuple()
        ORDER BY (project, date, version, country_code, python_minor, system)
        """
            .formatted(
                definitions(
                    "project, date, version, country_code, python_minor, system, installer, type")));
    for (Sums sums : Sums.values()) {
      server.run(
          "CREATE TABLE %s (%s, count Int64) ENGINE = SummingMergeTree PARTITION BY tuple() ORDER BY (%s)"
              .formatted(sums.name, definitions(sums.columns()), sums.key));
      server.run(
          "CREATE MATERIALIZED VIEW %s_mv TO %s AS SELECT %s, toInt64(count()) AS count FROM pypi.pypi GROUP BY %s"
              .formatted(sums.name, sums.name, sums.columns(), sums.columns()));
    }
  }

  /** Inserts each download as a row of the raw table; views fill the sums. */
  public static void insertRaw(ClickHouseProcess server, List<Download> downloads) {
    for (Download download : downloads) {
      server.run(
          "INSERT INTO pypi.pypi SELECT %s FROM system.numbers LIMIT %d"
              .formatted(
                  values(
                      "project, date, version, country_code, python_minor, system, installer, type",
                      download),
                  download.count()));
    }
  }

  /** Inserts sums in two parts, which the server has not merged when it is asked at once. */
  public static void insertSums(ClickHouseProcess server, List<Download> downloads) {
    for (Sums sums : Sums.values()) {
      for (int part = 0; part < 2; part++) {
        int rest = part;
        String rows =
            downloads.stream()
                .map(
                    row ->
                        "(%s, %d)".formatted(values(sums.columns(), row), (row.count() + rest) / 2))
                .collect(Collectors.joining(","));
        server.run("INSERT INTO %s VALUES %s".formatted(sums.name, rows));
      }
    }
  }

  private static String definitions(String columns) {
    return List.of(columns.split(", ")).stream()
        .map(
            column ->
                switch (column) {
                  case "date" -> "date Date";
                  case "project", "version" -> column + " String";
                  default -> column + " LowCardinality(String)";
                })
        .collect(Collectors.joining(", "));
  }

  private static String values(String columns, Download row) {
    return List.of(columns.split(", ")).stream()
        .map(
            column ->
                switch (column) {
                  case "date" -> "'" + row.day() + "'";
                  case "project" -> "'" + row.project() + "'";
                  case "version" -> "'" + row.version() + "'";
                  case "installer" -> "'" + row.installer() + "'";
                  case "python_minor" -> "'" + row.python() + "'";
                  case "system" -> "'" + row.system() + "'";
                  case "country_code" -> "'" + row.country() + "'";
                  default -> "'bdist_wheel'";
                })
        .map(value -> value.matches("'\\d{4}-\\d\\d-\\d\\d'") ? "toDate(" + value + ")" : value)
        .collect(Collectors.joining(", "));
  }
}
