package dev.blazon.upstream;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A polite and wary client of one HTTP server: bounded in time, size and number of requests; it
 * follows redirects on that same server only, and leaves a server alone that is down or asks for
 * it. Thread-safe; its futures never fail.
 */
public final class Upstream {

  private static final int MAX_REDIRECTS = 3;

  private final Vertx vertx;
  private final UpstreamLimits limits;
  private final String userAgent;
  private final Clock clock;
  private final HttpClient client;
  private final Breaker breaker;
  private final UpstreamMetrics metrics;

  /**
   * What to ask for.
   *
   * @param uri absolute, already percent-encoded
   * @param headers besides {@code User-Agent}, {@code Accept-Encoding}, {@code If-None-Match}
   * @param etag of the document that is known already
   * @param server where to connect to; empty: where the address's host is
   */
  public record Call(
      URI uri, Map<String, String> headers, Optional<String> etag, Optional<SocketAddress> server) {

    /** A call to the address's own host. */
    public Call(URI uri, Map<String, String> headers, Optional<String> etag) {
      this(uri, headers, etag, Optional.empty());
    }

    Call to(URI target) {
      return new Call(target, headers, etag, server);
    }
  }

  /**
   * A client, whose connections are made when they are needed.
   *
   * @param name for metrics
   * @param userAgent names us and tells whom to write to
   * @param trust whose certificates to believe; empty: those that this Java believes
   */
  public Upstream(
      Vertx vertx,
      String name,
      UpstreamLimits limits,
      String userAgent,
      Optional<TrustOptions> trust,
      Clock clock,
      MeterRegistry registry) {
    this.vertx = vertx;
    this.limits = limits;
    this.userAgent = userAgent;
    this.clock = clock;
    this.breaker = new Breaker(clock);
    HttpClientOptions options =
        new HttpClientOptions().setSsl(true).setConnectTimeout((int) limits.deadline().toMillis());
    trust.ifPresent(options::setTrustOptions);
    this.client =
        vertx
            .httpClientBuilder()
            .with(options)
            .with(
                new PoolOptions()
                    .setHttp1MaxSize(limits.inFlight())
                    .setMaxWaitQueueSize(limits.waiting()))
            .build();
    this.metrics = new UpstreamMetrics(registry, name, breaker);
  }

  /**
   * Asks, follows redirects, and reads the document.
   *
   * @param readers gives a reader for a media type
   */
  public <T> Future<Fetched<T>> fetch(Call call, Function<String, DocumentReader<T>> readers) {
    Promise<Fetched<T>> promise = Promise.promise();
    onEventLoop(() -> follow(call, readers, MAX_REDIRECTS).onComplete(promise));
    return promise.future();
  }

  /** Asks, and leaves it to the caller whether to follow a redirect. */
  public <T> Future<Fetched<T>> fetchOnce(Call call, Function<String, DocumentReader<T>> readers) {
    Promise<Fetched<T>> promise = Promise.promise();
    onEventLoop(() -> ask(call, readers).onComplete(promise));
    return promise.future();
  }

  /** Closes its connections; what is under way fails. */
  public Future<Void> close() {
    return client.close();
  }

  private void onEventLoop(Runnable task) {
    Context context = vertx.getOrCreateContext();
    if (Vertx.currentContext() == context && Context.isOnEventLoopThread()) {
      task.run();
    } else {
      context.runOnContext(ignored -> task.run());
    }
  }

  private <T> Future<Fetched<T>> follow(
      Call call, Function<String, DocumentReader<T>> readers, int redirectsLeft) {
    return ask(call, readers)
        .compose(
            fetched -> {
              if (!(fetched instanceof Fetched.Redirected<T> redirected)) {
                return Future.succeededFuture(fetched);
              }
              URI target = call.uri().resolve(redirected.target());
              return redirectsLeft > 0 && isSameServer(call.uri(), target)
                  ? follow(call.to(target), readers, redirectsLeft - 1)
                  : Future.succeededFuture(Fetched.failed(Fetched.Trouble.INVALID));
            });
  }

  private <T> Future<Fetched<T>> ask(Call call, Function<String, DocumentReader<T>> readers) {
    Optional<Fetched.Trouble> refusal = breaker.refusal();
    if (refusal.isPresent()) {
      return Future.succeededFuture(Fetched.failed(refusal.get()));
    }
    long begun = System.nanoTime();
    return new Exchange<T>(vertx, limits, readers)
        .start(client, options(call))
        .map(
            answered -> {
              report(answered);
              metrics.count(answered.fetched().outcome(), System.nanoTime() - begun);
              return answered.fetched();
            });
  }

  private RequestOptions options(Call call) {
    URI uri = call.uri();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(uri.toString())
            .putHeader("User-Agent", userAgent)
            .putHeader("Accept-Encoding", "gzip");
    call.headers().forEach(options::putHeader);
    call.server().ifPresent(options::setServer);
    call.etag().ifPresent(etag -> options.putHeader("If-None-Match", etag));
    return options;
  }

  private void report(Exchange.Answered<?> answered) {
    boolean down =
        answered.fetched() instanceof Fetched.Failed<?> failed
            && (failed.trouble() == Fetched.Trouble.UNREACHABLE
                || failed.trouble() == Fetched.Trouble.SLOW);
    boolean unasked =
        answered.fetched() instanceof Fetched.Failed<?> failed
            && failed.trouble() == Fetched.Trouble.BUSY;
    if (down) {
      breaker.failed();
    } else if (!unasked) {
      breaker.succeeded();
    }
    boolean limited =
        answered.fetched() instanceof Fetched.Failed<?> failed
            && failed.trouble() == Fetched.Trouble.RATE_LIMITED;
    if (limited || answered.retryAfter().isPresent()) {
      breaker.hold(RetryAfter.parse(answered.retryAfter(), clock));
    }
  }

  private static boolean isSameServer(URI one, URI other) {
    return one.getScheme().equals(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && one.getPort() == other.getPort();
  }
}
