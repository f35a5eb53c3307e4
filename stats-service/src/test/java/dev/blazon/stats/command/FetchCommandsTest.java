package dev.blazon.stats.command;

import static dev.blazon.stats.testing.BigQueryStandIn.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Day;
import dev.blazon.stats.testing.BigQueryStandIn;
import dev.blazon.stats.testing.ClickPyStandIn;
import dev.blazon.stats.testing.Download;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days that are fetched from stand-ins for BigQuery and ClickHouse. */
final class FetchCommandsTest {

  private static final Day DAY = Day.of(2026, 10, 5);

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private BigQueryStandIn google;
  private ClickPyStandIn clickHouse;
  private String database;

  @BeforeEach
  void start() throws IOException {
    database = "sqlite:" + folder.resolve("store");
    google = BigQueryStandIn.start(vertx);
    clickHouse = ClickPyStandIn.start(vertx);
    Files.writeString(folder.resolve("account.json"), google.credentials());
  }

  @AfterEach
  void stop() throws Exception {
    google.close();
    clickHouse.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void a_day_of_all_projects_comes_from_bigquery() {
    google.then(200, day(DAY, 10));
    assertEquals(
        List.of(
            "2026-10-05: 10 downloads (4 without mirrors), 1 rows, 0 rejects, complete, from"
                + " bigquery, new"),
        bigQuery("import", "--day", DAY.toString()).fine().lines());
  }

  @Test
  void a_backfill_fetches_the_days_that_are_not_there() {
    google.then(200, day(DAY.plus(1), 10));
    bigQuery("import", "--day", DAY.plus(1).toString()).fine();
    google.then(200, day(DAY, 20)).then(200, day(DAY.plus(2), 30));
    CommandRun run = backfill(DAY, DAY.plus(2)).fine();
    assertEquals(
        List.of("2026-10-05: 20", "2026-10-07: 30"),
        run.lines().stream().map(line -> line.replaceFirst(" downloads.*", "")).toList());
    assertEquals("", backfill(DAY, DAY.plus(2)).fine().out());
  }

  @Test
  void a_backfill_keeps_the_months_before_a_failure_and_goes_on_there() {
    Day last = Day.of(2026, 9, 30);
    google.then(200, day(last, 10)).then(403, "{\"error\":{\"code\":403,\"message\":\"no\"}}");
    CommandRun run = backfill(last, last.plus(1));
    assertEquals(ExitCode.PROBLEM, run.code(), run.err());
    assertTrue(run.err().contains("bigquery"), run.err());
    assertTrue(run.out().startsWith("2026-09-30: 10 downloads"), run.out());
    google.then(200, day(last.plus(1), 20));
    assertTrue(backfill(last, last.plus(1)).fine().out().startsWith("2026-10-01: 20 downloads"));
  }

  @Test
  void a_day_of_listed_projects_comes_from_clickhouse() throws IOException {
    clickHouse.loaded(DAY.minus(9), DAY).add(List.of(Download.of(DAY, "flask", "3.0", "pip", 7)));
    Path list = Files.writeString(folder.resolve("list.txt"), "Flask # ours\nrequests\n");
    CommandRun run = clickHouse("import", "--day", DAY.toString(), "--projects", list.toString());
    assertEquals(
        List.of(
            "2026-10-05: 1007 downloads (1007 without mirrors), 2 rows, 0 rejects, complete, from"
                + " clickhouse, new"),
        run.fine().lines());
    assertTrue(
        CommandRun.of(database, "status").fine().lines().contains("all projects     no days"));
    CommandRun.of(database, "verify").fine();
  }

  @Test
  void a_backfill_of_a_longer_list_fetches_what_that_lacks() {
    clickHouse.loaded(DAY.minus(9), DAY);
    Day from = DAY.minus(3);
    String[] one = {
      "backfill", "--from", from.toString(), "--to", DAY.toString(), "--projects", "requests"
    };
    assertEquals(4, clickHouse(one).fine().lines().size());
    assertEquals("", clickHouse(one).fine().out());
    one[one.length - 1] = "requests,flask";
    assertEquals(4, clickHouse(one).fine().lines().size());
  }

  @Test
  void days_of_all_projects_need_a_source() {
    CommandRun run = CommandRun.of(database, "import", "--day", DAY.toString());
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("BLAZON_BIGQUERY_CREDENTIALS"), run.err());
  }

  @Test
  void a_day_that_the_source_has_not_got_is_a_problem() {
    clickHouse.loaded(DAY.minus(9), DAY);
    CommandRun run =
        clickHouse("import", "--day", DAY.plus(1).toString(), "--projects", "requests");
    assertEquals(ExitCode.PROBLEM, run.code());
    assertTrue(run.err().contains("clickhouse has no whole day of 2026-10-06"), run.err());
  }

  private CommandRun backfill(Day from, Day to) {
    return bigQuery("backfill", "--from", from.toString(), "--to", to.toString());
  }

  private CommandRun bigQuery(String... arguments) {
    return CommandRun.of(
        database,
        Map.of(
            "BLAZON_BIGQUERY_CREDENTIALS", folder.resolve("account.json").toString(),
            "BLAZON_BIGQUERY_URL", google.url().toString()),
        arguments);
  }

  private CommandRun clickHouse(String... arguments) {
    return CommandRun.of(
        database, Map.of("BLAZON_CLICKHOUSE_URL", clickHouse.url().toString()), arguments);
  }
}
