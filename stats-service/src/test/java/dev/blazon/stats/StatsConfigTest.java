package dev.blazon.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.project.ProjectName;
import dev.blazon.service.InvalidSettingException;
import dev.blazon.service.Settings;
import dev.blazon.stats.store.StoreLocation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatsConfigTest {

  @TempDir private Path folder;

  @Test
  void nothing_configured_means_on_demand_from_the_public_service_into_a_local_folder() {
    StatsConfig config = read(Map.of());
    assertEquals(StatsMode.ON_DEMAND, config.mode());
    assertInstanceOf(StoreLocation.Sqlite.class, config.database());
    assertEquals("demo", config.clickHouse().user());
    assertEquals("pypi", config.clickHouse().database());
    assertEquals(Optional.empty(), config.bigQuery());
    assertEquals(180, config.versionDays());
    assertTrue(config.projects().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"on-demand, ON_DEMAND", "daily, DAILY", "off, OFF"})
  void reads_how_to_count(String value, StatsMode mode) {
    assertEquals(mode, read(Map.of("BLAZON_STATS", value)).mode());
  }

  @Test
  void reads_where_counts_are_kept() {
    assertEquals(
        new StoreLocation.Sqlite(Path.of("/var/lib/blazon")),
        read(Map.of("BLAZON_STATS_DATABASE", "sqlite:/var/lib/blazon")).database());
    assertEquals(
        new StoreLocation.Postgresql(URI.create("postgresql://ada:pw@db/counts")),
        read(Map.of("BLAZON_STATS_DATABASE", "postgresql://ada:pw@db/counts")).database());
  }

  @Test
  void reads_listed_projects_from_the_setting_or_a_file() throws IOException {
    Path file = Files.writeString(folder.resolve("projects"), "Flask # web\n\nzope.interface, six");
    assertEquals("[flask, six]", projects("six, Flask,flask"));
    assertEquals("[flask, six, zope-interface]", projects(file.toString()));
  }

  private static String projects(String value) {
    return read(Map.of("BLAZON_STATS_PROJECTS", value)).projects().stream()
        .map(ProjectName::normalized)
        .collect(Collectors.toCollection(TreeSet::new))
        .toString();
  }

  @ParameterizedTest
  @CsvSource({
    "BLAZON_STATS,                maybe",
    "BLAZON_STATS_DATABASE,       mysql://ada:hidden@db/counts",
    "BLAZON_STATS_DATABASE,       postgresql://ada:hid den@db/counts",
    "BLAZON_STATS_DATABASE,       postgresql://ada:hidden@db",
    "BLAZON_STATS_DATABASE,       sqlite:",
    "BLAZON_STATS_DAYS,           0",
    "BLAZON_CLICKHOUSE_URL,       ftp://ada:hidden@db",
    "BLAZON_CLICKHOUSE_URL,       https://ada:hid den@db",
    "BLAZON_BIGQUERY_CREDENTIALS, /no/such/file",
    "BLAZON_STATS_PROJECTS,       not!a!name",
    "BLAZON_STATS_PROJECTS,       /no/such/file",
    "BLAZON_STATS_PING_URL,       //ada:hidden@ping",
  })
  void an_invalid_value_is_refused_without_its_password(String name, String value) {
    InvalidSettingException refusal =
        assertThrows(InvalidSettingException.class, () -> read(Map.of(name, value)));
    assertTrue(refusal.getMessage().startsWith(name + "="), refusal.getMessage());
    assertFalse(refusal.getMessage().matches("(?s).*hid ?den.*"), refusal.getMessage());
  }

  private static StatsConfig read(Map<String, String> environment) {
    return StatsConfig.read(new Settings(environment));
  }
}
