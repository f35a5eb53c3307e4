package dev.blazon.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.count.Day;
import dev.blazon.count.Window;
import dev.blazon.stats.testing.BigQueryStandIn;
import dev.blazon.testing.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service with {@code BLAZON_STATS=daily}, in the night after 2026-10-05. */
@Timeout(120)
final class DailyModeTest {

  private static final Day DAY = Day.of(2026, 10, 5);

  @TempDir private Path folder;

  @Test
  void the_newest_days_come_from_bigquery_and_the_monitor_is_told_once() throws Exception {
    try (StatsFixture stats =
        new StatsFixture(folder.resolve("store"), Instant.parse("2026-10-06T02:00:00Z"))) {
      BigQueryStandIn google =
          BigQueryStandIn.start(stats.vertx).days(day -> 100 + day.epochDay() - DAY.epochDay());
      stats.json.document("/ping", "{}");
      stats
          .with("BLAZON_STATS", "daily")
          .with("BLAZON_BIGQUERY_URL", google.url().toString())
          .with(
              "BLAZON_BIGQUERY_CREDENTIALS",
              Files.writeString(folder.resolve("account.json"), google.credentials()).toString())
          .with("BLAZON_STATS_PING_URL", stats.json.url() + "/ping")
          .service();

      Eventually.eventually(stats.vertx, 60, () -> !stats.json.seen().isEmpty());

      assertEquals(
          List.of(DAY, DAY.minus(1), DAY.minus(2)),
          google.seen().stream().map(BigQueryStandIn::askedDay).toList());
      assertEquals(100, stats.counted(StatsFixture.name("requests"), Window.DAY).downloads());
      assertEquals(
          100 + 99 + 98, stats.counted(StatsFixture.name("requests"), Window.WEEK).downloads());
      assertEquals(List.of("/ping"), stats.json.seen().stream().map(seen -> seen.path()).toList());
      google.close();
    }
  }
}
