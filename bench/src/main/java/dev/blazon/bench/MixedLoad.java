package dev.blazon.bench;

import dev.blazon.bench.load.OpenLoad;
import dev.blazon.bench.load.Plan;
import dev.blazon.bench.load.Tally;
import dev.blazon.bench.load.Wanted;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Ten requests for known projects to one for a new one, at a fixed rate: how long each kind takes.
 *
 * <p>wrk cannot tell that. It asks for the next when it has the last, so that it is slowed down by
 * what it measures; and what it adds for that ("coordinated omission") it adds for each slow
 * request, which in a mix are the new ones, on purpose.
 *
 * @param p50OfNew milliseconds
 * @param p99OfRepeated milliseconds
 * @param failed requests without a whole picture
 * @param late milliseconds that the load itself was behind, which the others contain (99 of 100)
 */
record MixedLoad(double p50OfNew, double p99OfRepeated, long failed, double late) {

  private static final String REPEATED = "repeated";
  private static final String NEW = "new";
  private static final int REPEATED_TO_ONE_NEW = 10;
  private static final int KNOWN = 100;

  /** New ones wait for the upstream: 20 of them at each moment, for 1,000 in a second. */
  private static final int CONNECTIONS = 128;

  /** Makes the load on the core that the server does not use. */
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
    String told = Child.output(place, Cores.LOAD.pinned(command), within);
    return parse(told);
  }

  /** Reads what {@link #json()} wrote. */
  static MixedLoad parse(String json) {
    JsonObject told = new JsonObject(json);
    return new MixedLoad(
        told.getDouble("p50OfNew"),
        told.getDouble("p99OfRepeated"),
        told.getLong("failed"),
        told.getDouble("late"));
  }

  String json() {
    return new JsonObject()
        .put("p50OfNew", p50OfNew)
        .put("p99OfRepeated", p99OfRepeated)
        .put("failed", failed)
        .put("late", late)
        .encode();
  }

  /** Arguments: server, requests a second, how long to warm up, and how long to measure. */
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
    Supplier<Wanted> traffic = traffic(run);
    Tally tally =
        OpenLoad.run(vertx, plan, traffic, Duration.parse(arguments[2]))
            .compose(warm -> OpenLoad.run(vertx, plan, traffic, Duration.parse(arguments[3])))
            .await();
    System.out.println(of(tally).json());
    vertx.close().await();
  }

  /**
   * The requests, one after another.
   *
   * @param run a word that no project's name had in another run
   */
  static Supplier<Wanted> traffic(String run) {
    int[] number = {0};
    return () -> {
      int now = number[0]++;
      return now % (REPEATED_TO_ONE_NEW + 1) == REPEATED_TO_ONE_NEW
          ? new Wanted(NEW, "/version/mix-" + run + "-" + now + "/badge.svg")
          : new Wanted(REPEATED, "/version/seen-" + now % KNOWN + "/badge.svg");
    };
  }

  static MixedLoad of(Tally tally) {
    return new MixedLoad(
        tally.millis(NEW, 50), tally.millis(REPEATED, 99), tally.failed(), tally.lateMillis());
  }

  /** The run in the middle by what repeated ones take. */
  static MixedLoad median(List<MixedLoad> runs) {
    return runs.stream()
        .sorted(java.util.Comparator.comparingDouble(MixedLoad::p99OfRepeated))
        .skip(runs.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
