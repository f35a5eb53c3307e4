package dev.blazon.api.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The memory of another process. Linux only. */
final class ProcessMemory {

  private ProcessMemory() {}

  /** The resident memory, in MiB. */
  static long residentMebibytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          >> 10;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same of a JVM, after a garbage collection that gives free memory back to the system. */
  static long mebibytesInUse(long pid) {
    try {
      int status =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(pid),
                  "GC.run")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .onExit()
              .join()
              .exitValue();
      if (status != 0) {
        throw new AssertionError("jcmd " + pid + " ended with status " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return residentMebibytes(pid);
  }
}
