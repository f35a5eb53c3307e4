package dev.blazon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs benchmarks of this module in a JVM of their own, on one core. */
record Jmh(Place place, Pace pace) {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  /**
   * Runs benchmarks one after another.
   *
   * @param pattern the beginnings of their names: classes of this package, and methods
   */
  List<Rate> run(String pattern) throws IOException, InterruptedException {
    Path file = place.work().resolve("jmh.json");
    Files.createDirectories(file.getParent());
    String round = pace.round().toMillis() + "ms";
    List<String> command =
        place.java(
            "org.openjdk.jmh.Main",
            "dev\\.blazon\\.bench\\.(" + pattern + ").*",
            "-f",
            "1",
            "-wi",
            "2",
            "-w",
            pace.warmUp().dividedBy(2).toMillis() + "ms",
            "-i",
            Integer.toString(pace.rounds()),
            "-r",
            round,
            "-t",
            "1",
            "-prof",
            "gc",
            "-jvmArgs",
            "-Djava.awt.headless=true -Xms512m -Xmx512m",
            "-rf",
            "json",
            "-rff",
            file.toString(),
            "-v",
            "SILENT",
            "-foe",
            "true");
    Child.output(place, Cores.SERVER.pinned(command), LONGEST);
    return Rate.ofJmh(Files.readString(file));
  }
}
