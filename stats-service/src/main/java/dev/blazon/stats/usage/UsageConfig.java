package dev.blazon.stats.usage;

import dev.blazon.service.InvalidSettingException;
import dev.blazon.service.Settings;
import dev.blazon.service.UserDataFolder;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.stats.usage.report.Identities;
import dev.blazon.usage.FieldPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of usage reports: {@code BLAZON_USAGE}, {@code BLAZON_USAGE_DATABASE}, {@code
 * BLAZON_USAGE_DAYS}, {@code BLAZON_USAGE_IDENTITIES}, {@code BLAZON_USAGE_DIMENSIONS} and {@code
 * BLAZON_USAGE_KEY_FILE}.
 *
 * @param isOn whether programs may send reports
 * @param database where reports are kept: a database of its own, or one that others use too
 * @param days for how many days the reports themselves are kept; their hourly sums stay for ever
 * @param dimensions the fields by which hourly sums are kept; those listed last give way first when
 *     there are too many combinations
 * @param keyFile the secret of hashes, at least 16 bytes; empty: {@code usage.key} beside an SQLite
 *     database, or in the user's data folder; made when it does not exist
 */
public record UsageConfig(
    boolean isOn,
    StoreLocation database,
    int days,
    Identities identities,
    List<FieldPath> dimensions,
    Optional<Path> keyFile) {

  /** Each takes a column of every combination that was ever reported. */
  private static final int MOST_DIMENSIONS = 16;

  private static final int USUAL_DAYS = 30;

  /** Ten years. */
  private static final int MOST_DAYS = 3_650;

  private static final String USUAL_DIMENSIONS =
      "python$version_info$0,python$version_info$1,python$minor,python$implementation,"
          + "uname$system,uname$machine,linux_dist$name,package,version";

  private enum Switch {
    OFF,
    ON
  }

  public UsageConfig {
    dimensions = List.copyOf(dimensions);
  }

  /**
   * Reads the settings.
   *
   * @throws InvalidSettingException when a value is invalid
   */
  public static UsageConfig read(Settings settings) {
    return new UsageConfig(
        settings.choice("BLAZON_USAGE", Switch.OFF, "reports of Python programs") == Switch.ON,
        settings.parsed(
            "BLAZON_USAGE_DATABASE",
            new StoreLocation.Sqlite(UserDataFolder.locate().resolve("stats")),
            "sqlite: in the user's data folder",
            "where reports are kept: sqlite:DIR or postgresql://user:password@host/database",
            StoreLocation::parse),
        settings.integer(
            "BLAZON_USAGE_DAYS",
            USUAL_DAYS,
            1,
            MOST_DAYS,
            "days for which reports are kept; their hourly sums stay for ever"),
        settings.choice(
            "BLAZON_USAGE_IDENTITIES",
            Identities.DROPPED,
            "names of hosts and users in reports, which are never kept as they are"),
        settings.parsed(
            "BLAZON_USAGE_DIMENSIONS",
            dimensions(USUAL_DIMENSIONS),
            USUAL_DIMENSIONS,
            "fields of reports by which hourly sums are kept",
            UsageConfig::dimensions),
        settings.parsed(
            "BLAZON_USAGE_KEY_FILE",
            "usage.key beside the database",
            "the secret of hashed identities; several services share one",
            Path::of));
  }

  private static List<FieldPath> dimensions(String text) {
    List<FieldPath> paths =
        Stream.of(text.split(",", -1))
            .map(
                path ->
                    FieldPath.parse(path.strip())
                        .orElseThrow(() -> new IllegalArgumentException(FieldPath.FORM)))
            .distinct()
            .toList();
    if (paths.size() > MOST_DIMENSIONS) {
      throw new IllegalArgumentException(MOST_DIMENSIONS + " fields at most are needed");
    }
    return paths;
  }
}
