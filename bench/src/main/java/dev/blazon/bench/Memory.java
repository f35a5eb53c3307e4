package dev.blazon.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resident memory of a process, as Linux counts it.
 *
 * @param now bytes
 * @param peak bytes, since the process started
 */
public record Memory(long now, long peak) {

  private static final double MEBIBYTE = 1 << 20;

  /** Reads {@code VmRSS} and {@code VmHWM} of {@code /proc/PID/status}. */
  public static Memory parse(String status) {
    return new Memory(kilobytes("VmRSS", status) << 10, kilobytes("VmHWM", status) << 10);
  }

  public double nowInMebibytes() {
    return now / MEBIBYTE;
  }

  double peakInMebibytes() {
    return peak / MEBIBYTE;
  }

  private static long kilobytes(String key, String status) {
    Matcher line = Pattern.compile("(?m)^" + key + ":\\s+(\\d+) kB$").matcher(status);
    if (!line.find()) {
      throw new IllegalArgumentException("no " + key + " in " + status);
    }
    return Long.parseLong(line.group(1));
  }
}
