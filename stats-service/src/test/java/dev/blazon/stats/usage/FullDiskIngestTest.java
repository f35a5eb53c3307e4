package dev.blazon.stats.usage;

import static dev.blazon.stats.usage.KilledIngestTest.await;
import static dev.blazon.stats.usage.KilledIngestTest.path;
import static dev.blazon.stats.usage.KilledIngestTest.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageRefusal.Reason;
import dev.blazon.usage.UsageRefusedException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process whose files may not grow beyond a few megabytes takes reports: the system refuses to
 * write more, as it does when a disk is full.
 */
@Tag("processes")
@Timeout(120)
final class FullDiskIngestTest {

  /** The driver's library, which is written, too, takes 2 MB. */
  private static final int FILE_KILOBYTES = 4096;

  private static final long BATCH = 100;
  private static final int MOST_BATCHES = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void what_no_longer_fits_is_refused_and_what_was_acknowledged_is_there() throws Exception {
    String database = "sqlite:" + folder.resolve("usage");
    List<String> lines = ingestWithLimit(database);
    int kept = lines.size() - 1;

    assertTrue(kept > 0, lines.toString());
    assertEquals("refused " + Reason.UNAVAILABLE, lines.get(kept));
    Vertx vertx = Vertx.vertx();
    UsageService service = service(vertx, database, folder.resolve("key").toString());
    UsageQuestion ofSums = UsageQuestion.by(path("package"));
    UsageQuestion ofReports = UsageQuestion.by(path("sequence"));
    assertEquals(kept * BATCH, await(service.count(ofSums, PATIENCE)).records());
    assertEquals(kept * BATCH, await(service.count(ofReports, PATIENCE)).records());
    // And it goes on when there is room.
    assertEquals(BATCH, await(service.report(batch(kept))).accepted());
    assertEquals((kept + 1) * BATCH, await(service.count(ofSums, PATIENCE)).records());
    await(service.close());
    await(vertx.close());
  }

  private List<String> ingestWithLimit(String database) throws Exception {
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -f " + FILE_KILOBYTES + " && exec \"$@\"",
                "ingest",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FullDiskIngestTest.class.getName(),
                database,
                folder.resolve("key").toString())
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertTrue(process.waitFor(90, TimeUnit.SECONDS), "the process did not end");
    } finally {
      process.destroyForcibly();
    }
    return Files.readAllLines(said, StandardCharsets.UTF_8).stream()
        .filter(line -> line.startsWith("kept ") || line.startsWith("refused "))
        .toList();
  }

  private static Buffer batch(int number) {
    String filler = "x".repeat(300);
    return Buffer.buffer(
        LongStream.range(0, BATCH)
            .mapToObj(
                i ->
                    "{\"package\":\"x\",\"uuid\":\"u\",\"sequence\":%d,\"filler\":\"%s\"}"
                        .formatted(number * BATCH + i, filler))
            .collect(Collectors.joining("\n")));
  }

  /** Sends reports until one is refused. */
  public static void main(String[] arguments) throws Exception {
    Vertx vertx = Vertx.vertx();
    UsageService service = service(vertx, arguments[0], arguments[1]);
    try {
      for (int number = 0; number < MOST_BATCHES; number++) {
        await(service.report(batch(number)));
        System.out.println("kept " + number);
      }
    } catch (UsageRefusedException e) {
      System.out.println("refused " + e.refusal().reason());
    }
    await(service.close());
    await(vertx.close());
  }
}
