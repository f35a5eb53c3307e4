package dev.blazon.stats;

import dev.blazon.project.ProjectName;
import dev.blazon.service.InvalidSettingException;
import dev.blazon.service.Secret;
import dev.blazon.service.Settings;
import dev.blazon.service.UserDataFolder;
import dev.blazon.stats.download.ImportSettings;
import dev.blazon.stats.source.bigquery.ServiceAccount;
import dev.blazon.stats.source.clickhouse.ClickHouseAddress;
import dev.blazon.stats.store.StoreLocation;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the stats service.
 *
 * @param versionDays for how many days versions and breakdowns are kept; totals are kept for ever
 * @param clickHouse where histories of single projects are from
 * @param bigQuery where days of all projects are from; empty: only files give those
 * @param pypistats the last resort for the last 180 days of a project
 * @param pepy the last resort for all-time totals, if there is a key
 * @param projects those that are imported daily; empty: all
 * @param ping is requested after each daily import that succeeded
 */
public record StatsConfig(
    StatsMode mode,
    StoreLocation database,
    int versionDays,
    ClickHouseAddress clickHouse,
    Optional<BigQueryAccess> bigQuery,
    URI pypistats,
    URI pepy,
    Optional<Secret> pepyApiKey,
    Set<ProjectName> projects,
    Optional<URI> ping) {

  /** ClickHouse's public service; it needs no key. */
  private static final String PUBLIC_CLICKHOUSE = "https://sql-clickhouse.clickhouse.com";

  /** Twenty years: there is no older download. */
  private static final int MOST_DAYS = 7_300;

  public StatsConfig {
    projects = Set.copyOf(projects);
  }

  /**
   * Reads the settings, and the files that they name.
   *
   * @throws InvalidSettingException when a value is invalid, or a file cannot be read
   */
  public static StatsConfig read(Settings settings) {
    return new StatsConfig(
        settings.choice("BLAZON_STATS", StatsMode.ON_DEMAND, "how downloads are counted"),
        settings.parsed(
            "BLAZON_STATS_DATABASE",
            new StoreLocation.Sqlite(UserDataFolder.locate().resolve("stats")),
            "sqlite: in the user's data folder",
            "where counts are kept: sqlite:DIR or postgresql://user:password@host/database",
            StoreLocation::parse),
        settings.integer(
            "BLAZON_STATS_DAYS",
            ImportSettings.DEFAULT_VERSION_DAYS,
            1,
            MOST_DAYS,
            "days for which counts of versions, systems, … are kept; totals stay for ever"),
        settings.parsed(
            "BLAZON_CLICKHOUSE_URL",
            address(PUBLIC_CLICKHOUSE),
            PUBLIC_CLICKHOUSE,
            "histories of projects: ClickHouse with ClickPy's tables, user demo, database pypi",
            StatsConfig::address),
        bigQuery(settings),
        settings.url("BLAZON_PYPISTATS_URL", "https://pypistats.org", "counts if ClickHouse fails"),
        settings.url("BLAZON_PEPY_URL", "https://api.pepy.tech", "all-time counts if it fails"),
        settings.secret("BLAZON_PEPY_API_KEY", "the key for them; none: pepy is not asked"),
        settings
            .parsed(
                "BLAZON_STATS_PROJECTS",
                "all",
                "projects that are imported daily: names, or a file with one a line",
                ProjectList::parse)
            .orElse(Set.of()),
        settings.secret(
            "BLAZON_STATS_PING_URL",
            "an address that is requested after each daily import",
            StatsConfig::ping));
  }

  private static Optional<BigQueryAccess> bigQuery(Settings settings) {
    Optional<ServiceAccount> account =
        settings.parsed(
            "BLAZON_BIGQUERY_CREDENTIALS",
            "none",
            "days of all projects: the file of a Google service account, who pays",
            file -> ServiceAccount.parse(contents(file)));
    URI url =
        settings.url(
            "BLAZON_BIGQUERY_URL", "https://bigquery.googleapis.com", "the API of BigQuery");
    // A day of all of PyPI by all dimensions was estimated at 300 GB in 2026.
    long most =
        settings.bytes(
            "BLAZON_BIGQUERY_MAX_BYTES", "400gb", "a query that would be billed for more fails");
    return account.map(payer -> new BigQueryAccess(url, payer, most));
  }

  private static ClickHouseAddress address(String text) {
    return ClickHouseAddress.parse(uri(text));
  }

  private static URI ping(String text) {
    URI uri = uri(text);
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null) {
      throw new IllegalArgumentException("an http:// or https:// address is needed");
    }
    return uri;
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      // Its message has the text, which may have a password.
      throw new IllegalArgumentException("an http:// or https:// address is needed");
    }
  }

  static String contents(String file) {
    try {
      return Files.readString(Path.of(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException("the file cannot be read: " + e.getMessage(), e);
    }
  }
}
