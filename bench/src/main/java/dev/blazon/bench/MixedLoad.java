package dev.blazon.bench;

import dev.blazon.bench.load.LoadRequest;
import dev.blazon.bench.load.OpenLoad;
import dev.blazon.bench.load.Plan;
import dev.blazon.bench.load.Tally;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The latencies of a mixed load: ten requests for known projects, then one for a new project, at a
 * fixed rate.
 *
 * <p>wrk cannot measure this. It sends a request only after the last response, so the measured
 * server slows it down. Its correction for that ("coordinated omission") applies to every slow
 * request, and in this mix the new ones are slow on purpose.
 *
 * @param p50OfNew the median latency of new projects, in milliseconds
 * @param p99OfRepeated the 99th percentile of repeated requests, in milliseconds
 * @param failed requests without a complete picture
 * @param late the 99th percentile of the load's own delay in milliseconds, which the latencies
 *     contain
 */
record MixedLoad(double p50OfNew, double p99OfRepeated, long failed, double late) {

  private static final String REPEATED = "repeated";
  private static final String NEW = "new";
  private static final int REPEATED_TO_ONE_NEW = 10;
  private static final int KNOWN = 100;

  /** New projects wait for the upstream: at 1,000 per second, 20 of them at any moment. */
  private static final int CONNECTIONS = 128;

  /** Runs the load on the core that the server does not use. */
  static MixedLoad make(Place place, URI server, double perSecond, Duration warmUp, Duration time)
      throws IOException, InterruptedException {
    List<String> command =
        place.java(
            MixedLoad.class.getName(),
            server.toString(),
            Double.toString(perSecond),
            warmUp.toString(),
            time.toString());
    Duration within = warmUp.plus(time).plusSeconds(30);
    String output = Child.output(place, Cores.LOAD.pinned(command), within);
    return parse(output);
  }

  /** Reads what {@link #json()} wrote. */
  static MixedLoad parse(String json) {
    JsonObject fields = new JsonObject(json);
    return new MixedLoad(
        fields.getDouble("p50OfNew"),
        fields.getDouble("p99OfRepeated"),
        fields.getLong("failed"),
        fields.getDouble("late"));
  }

  String json() {
    return new JsonObject()
        .put("p50OfNew", p50OfNew)
        .put("p99OfRepeated", p99OfRepeated)
        .put("failed", failed)
        .put("late", late)
        .encode();
  }

  /** Arguments: server, requests per second, time to warm up, and time to measure. */
  public static void main(String[] arguments) {
    Plan plan =
        Plan.of(URI.create(arguments[0]), Double.parseDouble(arguments[1]))
            .withConnections(CONNECTIONS)
            .withGzip(false);
    Vertx vertx =
        Vertx.builder()
            .with(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1))
            .build();
    String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    Supplier<LoadRequest> traffic = traffic(run);
    Tally tally =
        OpenLoad.run(vertx, plan, traffic, Duration.parse(arguments[2]))
            .compose(warm -> OpenLoad.run(vertx, plan, traffic, Duration.parse(arguments[3])))
            .await();
    System.out.println(of(tally).json());
    vertx.close().await();
  }

  /**
   * Generates the requests.
   *
   * @param run a word for the names of new projects, different in each run
   */
  static Supplier<LoadRequest> traffic(String run) {
    int[] number = {0};
    return () -> {
      int now = number[0]++;
      return now % (REPEATED_TO_ONE_NEW + 1) == REPEATED_TO_ONE_NEW
          ? new LoadRequest(NEW, "/version/mix-" + run + "-" + now + "/badge.svg")
          : new LoadRequest(REPEATED, "/version/seen-" + now % KNOWN + "/badge.svg");
    };
  }

  static MixedLoad of(Tally tally) {
    return new MixedLoad(
        tally.millis(NEW, 50), tally.millis(REPEATED, 99), tally.failed(), tally.lateMillis());
  }

  /** The median run by the latency of repeated requests. */
  static MixedLoad median(List<MixedLoad> runs) {
    return runs.stream()
        .sorted(java.util.Comparator.comparingDouble(MixedLoad::p99OfRepeated))
        .skip(runs.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
