package dev.blazon.bench.stack;

import dev.blazon.bench.Memory;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The resources that a process uses.
 *
 * @param cpu processor time since its start
 * @param resident resident memory in bytes
 * @param proportional memory in bytes, with memory that several processes share divided among them
 *     (PSS), so that the values of several processes can be added
 * @param files open file descriptors, including sockets
 */
record Usage(Duration cpu, long resident, long proportional, int files, int sockets) {

  static final Usage NONE = new Usage(Duration.ZERO, 0, 0, 0, 0);

  private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB$");

  /** As {@link #of(ProcessHandle)}, including all child processes: Varnish is two processes. */
  static Usage ofTree(long pid) throws IOException {
    Usage sum = NONE;
    for (ProcessHandle process : tree(pid)) {
      sum = sum.plus(of(process));
    }
    return sum;
  }

  private static List<ProcessHandle> tree(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .toList();
  }

  /**
   * Reads {@code /proc}.
   *
   * @throws IOException when it cannot be read
   * @return {@link #NONE} if the process has ended
   */
  static Usage of(ProcessHandle process) throws IOException {
    Path folder = Path.of("/proc", Long.toString(process.pid()));
    try {
      int files = 0;
      int sockets = 0;
      try (DirectoryStream<Path> open = Files.newDirectoryStream(folder.resolve("fd"))) {
        for (Path file : open) {
          files++;
          sockets += isSocket(file) ? 1 : 0;
        }
      }
      return new Usage(
          process.info().totalCpuDuration().orElse(Duration.ZERO),
          Memory.parse(Files.readString(folder.resolve("status"))).now(),
          proportional(Files.readString(folder.resolve("smaps_rollup"))),
          files,
          sockets);
    } catch (NoSuchFileException e) {
      return NONE; // It ended meanwhile.
    }
  }

  private static boolean isSocket(Path file) throws IOException {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("socket:");
    } catch (NoSuchFileException e) {
      return false; // It was closed meanwhile.
    }
  }

  private static long proportional(String rollup) {
    Matcher line = PSS.matcher(rollup);
    if (!line.find()) {
      throw new IllegalArgumentException("no Pss in " + rollup);
    }
    return Long.parseLong(line.group(1)) << 10;
  }

  Usage plus(Usage other) {
    return new Usage(
        cpu.plus(other.cpu),
        resident + other.resident,
        proportional + other.proportional,
        files + other.files,
        sockets + other.sockets);
  }
}
