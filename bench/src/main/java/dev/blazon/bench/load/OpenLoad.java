package dev.blazon.bench.load;

import dev.blazon.service.RequestId;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * An open load: sends requests at a fixed rate, however fast the server responds, over a bounded
 * number of keep-alive connections.
 *
 * <p>Latency is measured from the time at which a request was due, so a pause of the server or of
 * the load itself does not hide the waiting that it caused ("coordinated omission"). One event loop
 * sends the requests; a separate thread keeps the time, so that a request leaves within about 0.1
 * ms of its due time.
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
   * With the second that the pool takes to notice, this is shorter than the five seconds after
   * which Varnish closes an idle connection, so that no request is sent on a closing one.
   */
  private static final int KEEP_ALIVE_SECONDS = 3;

  private final Plan plan;
  private final Supplier<LoadRequest> traffic;
  private final long maxRequests;
  private final Context context;
  private final HttpClient client;
  private final Tally tally = new Tally();
  private final Promise<Tally> done = Promise.promise();
  private final long start = System.nanoTime();
  private final Thread pacer = new Thread(this::pace, "open-load");
  private volatile boolean pacing = true;

  /** Used on the event loop only, as are the next two. */
  private boolean ending;

  private int underWay;
  private RuntimeException trafficFailed;

  private OpenLoad(Vertx vertx, Plan plan, Supplier<LoadRequest> traffic, long maxRequests) {
    this.plan = plan;
    this.traffic = traffic;
    this.maxRequests = maxRequests;
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
   * @param traffic supplies the requests in order; called on one event loop only
   */
  public static OpenLoad start(Vertx vertx, Plan plan, Supplier<LoadRequest> traffic) {
    return start(vertx, plan, traffic, Long.MAX_VALUE);
  }

  /** Runs a load for this long; the number of requests is exactly its rate times its seconds. */
  public static Future<Tally> run(
      Vertx vertx, Plan plan, Supplier<LoadRequest> traffic, Duration time) {
    long maxRequests = Math.round(plan.perSecond() * time.toNanos() / 1e9);
    return start(vertx, plan, traffic, maxRequests).done.future();
  }

  private static OpenLoad start(
      Vertx vertx, Plan plan, Supplier<LoadRequest> traffic, long maxRequests) {
    OpenLoad load = new OpenLoad(vertx, plan, traffic, maxRequests);
    load.pacer.setDaemon(true);
    load.pacer.start();
    return load;
  }

  /** The time since the start; its seconds are the indexes of {@link Tally#seconds()}. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /**
   * Sends no more requests, and waits for those under way.
   *
   * @return the tally; the future fails if the traffic threw an exception
   */
  public Future<Tally> stop() {
    endPacing();
    return done.future();
  }

  private void endPacing() {
    pacing = false;
    LockSupport.unpark(pacer);
  }

  /**
   * Runs on the pacer thread. The end of the load is the last task that it queues, so no request
   * follows it.
   */
  private void pace() {
    for (long number = 0; number < maxRequests && pacing; number++) {
      long due = start + Math.round(number * (1e9 / plan.perSecond()));
      for (long wait; pacing && (wait = due - System.nanoTime()) > 0; ) {
        LockSupport.parkNanos(wait);
      }
      String name = "load-" + number;
      context.runOnContext(now -> send(name, due));
    }
    context.runOnContext(
        last -> {
          ending = true;
          endWhenAnswered();
        });
  }

  /**
   * @param name the id of this request, which the server's logs may contain too
   */
  private void send(String name, long due) {
    if (!pacing) {
      return;
    }
    LoadRequest request;
    try {
      request = traffic.get();
    } catch (RuntimeException e) {
      trafficFailed = e;
      endPacing();
      return;
    }
    int second = (int) TimeUnit.NANOSECONDS.toSeconds(due - start);
    tally.sent(second, System.nanoTime() - due);
    underWay++;
    client
        .request(
            new RequestOptions()
                .setMethod(request.body().isPresent() ? HttpMethod.POST : HttpMethod.GET)
                .setHost(plan.server().getHost())
                .setPort(plan.server().getPort())
                .setURI(request.path())
                .putHeader(RequestId.HEADER, name)
                .setTimeout(plan.timeout().toMillis()))
        .compose(started -> send(started, request))
        .compose(
            received ->
                received
                    .body()
                    .map(body -> new Response(received.statusCode(), received.headers(), body)))
        .map(response -> judge(name, request, response, second, System.nanoTime() - due))
        .onFailure(
            e ->
                tally.failed(
                    second, request, e.getClass().getSimpleName(), name + " got no answer: " + e))
        .onComplete(
            answered -> {
              underWay--;
              endWhenAnswered();
            });
  }

  private static Future<HttpClientResponse> send(HttpClientRequest started, LoadRequest request) {
    return request
        .body()
        .map(body -> started.putHeader("Content-Type", "application/json").send(body))
        .orElseGet(started::send);
  }

  private boolean judge(
      String name, LoadRequest request, Response response, int second, long nanos) {
    Optional<String> fault = plan.judge().fault(request, response);
    fault.ifPresentOrElse(
        wrong -> tally.failed(second, request, wrong, name + " got " + wrong),
        () -> tally.right(second, request, response, nanos));
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
