package dev.blazon.bench.load;

import dev.blazon.service.RequestId;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Asks at a fixed rate, whatever the server does, over a bounded number of kept connections.
 *
 * <p>Latency counts from the time at which a request was meant to be asked, so neither a server nor
 * a load that stands still hides who had to wait ("coordinated omission"). One event loop makes the
 * load; a thread of its own keeps the time, so that a request leaves within about 0.1 ms of it.
 *
 * <pre>{@code
 * // A minute of load:
 * Tally tally = OpenLoad.run(vertx, Plan.of(server, 1_000), traffic, Duration.ofMinutes(1)).await();
 *
 * // Load while something else happens:
 * OpenLoad load = OpenLoad.start(vertx, Plan.of(server, 1_000).withJudge(Judge.ofFacts()), traffic);
 * …
 * Tally tally = load.stop().await();
 * assertEquals(0, tally.failed(), tally::toString);
 * }</pre>
 */
public final class OpenLoad {

  /**
   * With the second that the pool takes to notice, shorter than the five for which Varnish keeps an
   * unused connection: so that no request meets a closing one.
   */
  private static final int KEEP_ALIVE_SECONDS = 3;

  private final Plan plan;
  private final Supplier<Wanted> traffic;
  private final long most;
  private final Context context;
  private final HttpClient client;
  private final Tally tally = new Tally();
  private final Promise<Tally> done = Promise.promise();
  private final long start = System.nanoTime();
  private final Thread pacer = new Thread(this::pace, "open-load");
  private volatile boolean pacing = true;

  /** These three on the event loop only. */
  private boolean ending;

  private int underWay;
  private RuntimeException trafficFailed;

  private OpenLoad(Vertx vertx, Plan plan, Supplier<Wanted> traffic, long most) {
    this.plan = plan;
    this.traffic = traffic;
    this.most = most;
    this.context = vertx.getOrCreateContext();
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setDecompressionSupported(plan.gzip()),
            new PoolOptions().setHttp1MaxSize(plan.connections()));
  }

  /**
   * Starts a load that goes on until {@link #stop()}.
   *
   * @param traffic the requests, one after another; asked on one event loop only
   */
  public static OpenLoad start(Vertx vertx, Plan plan, Supplier<Wanted> traffic) {
    return start(vertx, plan, traffic, Long.MAX_VALUE);
  }

  /** Makes a load for that long: exactly its rate times its seconds. */
  public static Future<Tally> run(Vertx vertx, Plan plan, Supplier<Wanted> traffic, Duration time) {
    long most = Math.round(plan.perSecond() * time.toNanos() / 1e9);
    return start(vertx, plan, traffic, most).done.future();
  }

  private static OpenLoad start(Vertx vertx, Plan plan, Supplier<Wanted> traffic, long most) {
    OpenLoad load = new OpenLoad(vertx, plan, traffic, most);
    load.pacer.setDaemon(true);
    load.pacer.start();
    return load;
  }

  /** How long it has been going on: its seconds are those of {@link Tally#seconds()}. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /**
   * Asks no more, and waits for what is under way.
   *
   * @return fails when the traffic did
   */
  public Future<Tally> stop() {
    endPacing();
    return done.future();
  }

  private void endPacing() {
    pacing = false;
    LockSupport.unpark(pacer);
  }

  /** Its last word is what ends the load, so that nobody is asked for anything after that. */
  private void pace() {
    for (long number = 0; number < most && pacing; number++) {
      long due = start + Math.round(number * (1e9 / plan.perSecond()));
      for (long wait; pacing && (wait = due - System.nanoTime()) > 0; ) {
        LockSupport.parkNanos(wait);
      }
      String name = "load-" + number;
      context.runOnContext(now -> ask(name, due));
    }
    context.runOnContext(
        last -> {
          ending = true;
          endWhenAnswered();
        });
  }

  /**
   * @param name of this request, which the logs of the server may tell as well
   */
  private void ask(String name, long due) {
    if (!pacing) {
      return;
    }
    Wanted wanted;
    try {
      wanted = traffic.get();
    } catch (RuntimeException e) {
      trafficFailed = e;
      endPacing();
      return;
    }
    int second = (int) TimeUnit.NANOSECONDS.toSeconds(due - start);
    tally.asked(second, System.nanoTime() - due);
    underWay++;
    client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(plan.server().getHost())
                .setPort(plan.server().getPort())
                .setURI(wanted.path())
                .putHeader(RequestId.HEADER, name)
                .setTimeout(plan.patience().toMillis()))
        .compose(request -> request.send())
        .compose(
            response ->
                response
                    .body()
                    .map(body -> new Answer(response.statusCode(), response.headers(), body)))
        .map(answer -> judge(name, wanted, answer, second, System.nanoTime() - due))
        .onFailure(
            e ->
                tally.failed(
                    second, wanted, e.getClass().getSimpleName(), name + " got no answer: " + e))
        .onComplete(
            answered -> {
              underWay--;
              endWhenAnswered();
            });
  }

  private boolean judge(String name, Wanted wanted, Answer answer, int second, long nanos) {
    Optional<String> fault = plan.judge().fault(wanted, answer);
    fault.ifPresentOrElse(
        wrong -> tally.failed(second, wanted, wrong, name + " got " + wrong),
        () -> tally.right(second, wanted, answer, nanos));
    return fault.isEmpty();
  }

  private void endWhenAnswered() {
    if (!ending || underWay > 0) {
      return;
    }
    client.close();
    if (trafficFailed == null) {
      done.complete(tally);
    } else {
      done.fail(trafficFailed);
    }
  }
}
