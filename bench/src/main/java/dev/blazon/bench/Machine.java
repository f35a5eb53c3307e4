package dev.blazon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes the machine of a measurement. */
public final class Machine {

  private Machine() {}

  /** One line: processor, cores, memory, kernel, and Java. */
  public static String describe() throws IOException {
    String cpu = first("(?m)^model name\\s*:\\s*(.+)$", Path.of("/proc/cpuinfo")).orElse("unknown");
    long kilobytes =
        first("(?m)^MemTotal:\\s+(\\d+) kB$", Path.of("/proc/meminfo"))
            .map(Long::valueOf)
            .orElse(0L);
    return String.format(
        "%s, %d cores, %d GiB, Linux %s, Java %s",
        cpu,
        Runtime.getRuntime().availableProcessors(),
        Math.round(kilobytes / (double) (1 << 20)),
        System.getProperty("os.version"),
        Runtime.version());
  }

  /** The version of Node.js, with its {@code v}. */
  static String node(Place place) throws IOException, InterruptedException {
    return Child.output(place, List.of("node", "--version"), Duration.ofSeconds(10)).strip();
  }

  /** How busy the machine was in the last minute, so that a reader can judge the numbers. */
  public static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
  }

  private static Optional<String> first(String pattern, Path file) throws IOException {
    Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }
}
