package dev.blazon.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The results of one run of {@code wrk}.
 *
 * @param perSecond responses per second
 * @param failed responses with a status of 400 or more
 * @param broken connections that were refused or reset, or timed out
 * @param p50 the median latency in milliseconds
 * @param p99 the latency that 99 of 100 requests did not exceed, in milliseconds
 */
public record Load(double perSecond, long failed, long broken, double p50, double p99) {

  private static final String MARK = "BENCH ";
  private static final double MICROSECONDS = 1e6;

  /** The script that generates the requests. */
  public enum Script {
    REPEATED,
    NEW,
    COUNTS,
    MIX
  }

  /** Runs {@code wrk} on the core that the server does not use. */
  public static Load make(
      Place place, Script script, URI address, int connections, Duration time, String word)
      throws IOException, InterruptedException {
    String file = "bench/wrk/" + script.name().toLowerCase(java.util.Locale.ROOT) + ".lua";
    List<String> wrk =
        List.of(
            "wrk",
            "--threads=1",
            "--connections=" + connections,
            "--duration=" + time.toSeconds() + "s",
            "--timeout=10s",
            "--script=" + place.root().resolve(file),
            address.toString(),
            "--",
            word);
    return parse(Child.output(place, Cores.LOAD.pinned(wrk), time.plusSeconds(30)));
  }

  /**
   * Reads the line that {@code wrk/report.lua} prints. In a mix of quick and slow requests its
   * latencies mean little: see {@link MixedLoad}.
   */
  static Load parse(String output) {
    String line =
        output
            .lines()
            .filter(text -> text.startsWith(MARK))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no result from wrk: " + output));
    JsonObject result = new JsonObject(line.substring(MARK.length()));
    return new Load(
        result.getLong("requests") / (result.getLong("duration") / MICROSECONDS),
        result.getLong("failed"),
        result.getLong("broken"),
        result.getLong("p50") / 1e3,
        result.getLong("p99") / 1e3);
  }

  /** The median run by requests per second. */
  public static Load median(List<Load> runs) {
    List<Load> sorted = new ArrayList<>(runs);
    sorted.sort(java.util.Comparator.comparingDouble(Load::perSecond));
    return sorted.get(sorted.size() / 2);
  }
}
