package dev.blazon.stats.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.service.Settings;
import dev.blazon.stats.testing.PostgresServer;
import dev.blazon.usage.FieldPath;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageTable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that takes reports is killed by SIGKILL after some acknowledgements; the next one takes
 * the last report that was acknowledged again, and goes on.
 */
@Tag("processes")
@Timeout(180)
final class KilledIngestTest {

  private static final int KILLS = 5;
  private static final int MORE_EACH_TIME = 7;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void in_sqlite_every_acknowledged_report_is_there_once() throws Exception {
    kill("sqlite:" + folder.resolve("usage"));
  }

  @Test
  void in_postgresql_every_acknowledged_report_is_there_once() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      kill(server.newDatabase());
    }
  }

  private void kill(String database) throws Exception {
    int acknowledged = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      // The one before may have written one more than it said.
      acknowledged = ingest(database, acknowledged, acknowledged + kill * MORE_EACH_TIME);
    }
    Vertx vertx = Vertx.vertx();
    UsageService service = service(vertx, database, folder.resolve("key").toString());
    for (int sequence = acknowledged; sequence <= acknowledged + 1; sequence++) {
      await(service.report(Buffer.buffer(report(sequence))));
    }
    for (FieldPath path : List.of(path("package"), path("sequence"))) {
      UsageTable table = await(service.count(UsageQuestion.by(path), PATIENCE));
      assertTrue(table.records() >= acknowledged + 1, table.toString());
      assertEquals(table.records(), table.rows().stream().mapToLong(UsageTable.Row::reports).sum());
    }
    UsageTable each = await(service.count(UsageQuestion.by(path("sequence")), PATIENCE));
    assertTrue(each.rows().stream().allMatch(row -> row.reports() == 1), each.toString());
    for (int sequence = 1; sequence <= acknowledged; sequence++) {
      String text = Integer.toString(sequence);
      assertTrue(each.rows().stream().anyMatch(row -> row.keys().equals(List.of(text))), text);
    }
    await(service.close());
    await(vertx.close());
  }

  static <T> T await(Future<T> future) throws Exception {
    return future.await(60, TimeUnit.SECONDS);
  }

  static FieldPath path(String text) {
    return FieldPath.parse(text).orElseThrow();
  }

  /**
   * Runs a process from a report on, and kills it at an acknowledgement; gives that one's number.
   */
  private int ingest(String database, int from, int upTo) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledIngestTest.class.getName(),
                database,
                folder.resolve("key").toString(),
                Integer.toString(from))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int last = from;
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      String line = output.readLine();
      while (line != null && last < upTo) {
        if (line.startsWith("kept ")) {
          last = Integer.parseInt(line.substring("kept ".length()));
        }
        line = output.readLine();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertTrue(last >= upTo, "the process ended by itself after " + last);
    return last;
  }

  private static String report(int sequence) {
    return "{\"package\":\"x\",\"uuid\":\"u\",\"sequence\":" + sequence + "}";
  }

  static UsageService service(Vertx vertx, String database, String key) {
    return UsageService.create(
        vertx,
        UsageConfig.read(
            new Settings(
                Map.of(
                    "BLAZON_USAGE", "on",
                    "BLAZON_USAGE_DATABASE", database,
                    "BLAZON_USAGE_KEY_FILE", key))),
        Clock.systemUTC(),
        new SimpleMeterRegistry());
  }

  /** Sends reports for ever, and says which one is acknowledged. */
  public static void main(String[] arguments) throws Exception {
    UsageService service = service(Vertx.vertx(), arguments[0], arguments[1]);
    for (int sequence = Integer.parseInt(arguments[2]); ; sequence++) {
      await(service.report(Buffer.buffer(report(sequence))));
      System.out.println("kept " + sequence);
    }
  }
}
