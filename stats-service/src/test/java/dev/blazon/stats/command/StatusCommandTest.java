package dev.blazon.stats.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatusCommandTest {

  private static final String HEAD = "date,project,version,downloads,without_mirrors\n";

  @TempDir private Path folder;
  private String database;

  @BeforeEach
  void name() {
    database = "sqlite:" + folder.resolve("store");
  }

  @Test
  void an_empty_database_has_no_days() {
    List<String> lines = CommandRun.of(database, "status").fine().lines();
    assertTrue(lines.contains("all projects     no days"), lines.toString());
    assertTrue(lines.contains("newest complete  no day of all projects"), lines.toString());
  }

  @Test
  void days_gaps_and_sources_are_told() throws IOException {
    imported("2026-10-01", 100);
    imported("2026-10-02", 100);
    imported("2026-10-05", 100);
    imported("2026-10-07", 100);
    List<String> lines = CommandRun.of(database, "status").fine().lines();
    assertTrue(
        lines.containsAll(
            List.of(
                "database         sqlite:" + folder.resolve("store"),
                "all projects     4 days, 2026-10-01 to 2026-10-07 (7 days)",
                "listed projects  no days",
                "newest complete  2026-10-07",
                "missing          2026-10-03 to 2026-10-04 (2 days)",
                "missing          2026-10-06",
                "source           file: 4 days, 4 rows, 400 downloads, 0 rejects")),
        String.join("\n", lines));
  }

  @Test
  void a_day_with_an_odd_sum_is_suspect() throws IOException {
    for (String day : List.of("2026-09-07", "2026-09-14", "2026-09-21")) {
      imported(day, 100);
    }
    imported("2026-09-28", 10);
    List<String> lines = CommandRun.of(database, "status").fine().lines();
    assertTrue(
        lines.contains(
            "suspect          2026-09-28: 10 downloads (10 without mirrors), 1 rows, 0 rejects,"
                + " suspect, from file"),
        String.join("\n", lines));
  }

  @Test
  void programs_get_json() throws IOException {
    imported("2026-10-01", 100);
    imported("2026-10-03", 100);
    JsonObject json =
        new JsonObject(CommandRun.of(database, "status", "--format", "json").fine().out());
    assertEquals("2026-10-03", json.getString("newest_complete"));
    assertTrue(json.getLong("bytes") > 0, "a database takes room");
    assertEquals(
        new JsonObject().put("from", "2026-10-02").put("to", "2026-10-02"),
        json.getJsonArray("missing").getJsonObject(0));
    JsonObject day = json.getJsonArray("days").getJsonObject(1);
    assertEquals("2026-10-03", day.getString("day"));
    assertEquals("all", day.getString("scope"));
    assertEquals("complete", day.getString("state"));
    assertEquals(100, day.getLong("downloads"));
    assertEquals(200, json.getJsonObject("sources").getJsonObject("file").getLong("downloads"));
  }

  private void imported(String day, int downloads) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve(day + ".csv"),
            HEAD + day + ",requests,2.0," + downloads + "," + downloads + "\n");
    CommandRun.of(database, "import", file.toString()).fine();
  }
}
