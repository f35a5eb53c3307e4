package dev.blazon.stats.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Month;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.stats.testing.BigQueryStandIn;
import dev.blazon.stats.testing.PostgresServer;
import dev.blazon.testing.Eventually;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backfill that is killed by SIGKILL goes on where it was, and gives what one in peace gives. */
@Tag("processes")
@Timeout(120)
final class KilledBackfillTest {

  private static final DayRange DAYS = new DayRange(Day.of(2026, 8, 29), Day.of(2026, 9, 4));

  /** It is killed after so many queries more: twice in the first month, then in the second. */
  private static final List<Integer> QUERIES = List.of(1, 2, 5, 2);

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private BigQueryStandIn google;

  @BeforeEach
  void start() throws IOException {
    google = BigQueryStandIn.start(vertx).days(day -> 10 + day.epochDay() % 7);
    Files.writeString(folder.resolve("account.json"), google.credentials());
  }

  @AfterEach
  void stop() throws Exception {
    google.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void in_sqlite() throws Exception {
    killed("sqlite:" + folder.resolve("store"));
  }

  @Test
  void in_postgresql() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      killed(server.newDatabase());
    }
  }

  private void killed(String database) throws Exception {
    Set<Day> kept = new HashSet<>();
    for (int more : QUERIES) {
      int before = google.seen().size();
      Process process = CommandProcess.start(database, settings(), backfill());
      Eventually.eventually(
          vertx, 60, () -> google.seen().size() >= before + more || !process.isAlive());
      process.destroyForcibly().waitFor();
      assertNoneIsAskedForAgain(kept, before);
      kept = wholeDays(database);
      assertWholeMonths(kept);
    }
    int before = google.seen().size();
    CommandRun.of(database, settings(), backfill()).fine();
    assertNoneIsAskedForAgain(kept, before);
    assertFalse(kept.isEmpty(), "the first month was not kept");
    assertEquals(DAYS.length(), wholeDays(database).size());
    CommandRun.of(database, "verify").fine();
    String inPeace = "sqlite:" + folder.resolve("peace");
    CommandRun.of(inPeace, settings(), backfill()).fine();
    assertEquals(StoredBytes.of(inPeace), StoredBytes.of(database));
  }

  private void assertNoneIsAskedForAgain(Set<Day> kept, int before) {
    List<BigQueryStandIn.Seen> seen = google.seen();
    assertTrue(
        seen.subList(before, seen.size()).stream()
            .map(BigQueryStandIn::askedDay)
            .noneMatch(kept::contains),
        () -> "asked for again, though kept: " + kept);
  }

  /** Of each month all wanted days are there, or none. */
  private static void assertWholeMonths(Set<Day> kept) {
    Map<Month, Long> days =
        kept.stream().collect(Collectors.groupingBy(Day::month, Collectors.counting()));
    Map<Month, Long> wanted =
        DAYS.days().stream().collect(Collectors.groupingBy(Day::month, Collectors.counting()));
    days.forEach((month, count) -> assertEquals(wanted.get(month), count, month::toString));
  }

  private static Set<Day> wholeDays(String database) {
    try (Store store = Store.open(StoreLocation.parse(database))) {
      return DAYS.days().stream()
          .filter(day -> store.ledger().isWhole(day.epochDay()))
          .collect(Collectors.toSet());
    }
  }

  private static String[] backfill() {
    return new String[] {
      "backfill", "--from", DAYS.first().toString(), "--to", DAYS.last().toString()
    };
  }

  private Map<String, String> settings() {
    return Map.of(
        "BLAZON_BIGQUERY_CREDENTIALS", folder.resolve("account.json").toString(),
        "BLAZON_BIGQUERY_URL", google.url().toString());
  }
}
