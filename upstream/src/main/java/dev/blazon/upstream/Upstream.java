package dev.blazon.upstream;

import dev.blazon.service.ByteBudget;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An HTTP client for one upstream server, with limits on time, size and number of requests. It
 * follows redirects on the same server only, and sends nothing while the server is down or has
 * asked for a pause. Thread-safe; its futures never fail.
 */
public final class Upstream {

  /** The memory for the documents of a client that shares it with no other, in bytes. */
  private static final long OWN_DOCUMENTS = 8 << 20;

  private static final int MAX_REDIRECTS = 3;

  /** The headers in which sources take a token or a key, in small letters. */
  private static final Set<String> CREDENTIALS =
      Set.of("authorization", "x-api-key", "x-clickhouse-key");

  private final Vertx vertx;
  private final UpstreamLimits limits;
  private final ByteBudget documents;
  private final Proxies proxies;
  private final String userAgent;
  private final Clock clock;
  private final HttpClient client;
  private final Breaker breaker;
  private final UpstreamHealth health;
  private final UpstreamMetrics metrics;

  /**
   * A request to the upstream.
   *
   * @param uri absolute, already percent-encoded
   * @param headers besides {@code User-Agent}, {@code Accept-Encoding}, {@code If-None-Match}
   * @param etag the entity tag of the document already known, for a conditional request
   * @param server the address to connect to; empty: the host of {@code uri}
   * @param body sent by POST; empty: the request is a GET
   */
  public record Call(
      URI uri,
      Map<String, String> headers,
      Optional<String> etag,
      Optional<SocketAddress> server,
      Optional<Buffer> body) {

    /** A GET request. */
    public Call(
        URI uri,
        Map<String, String> headers,
        Optional<String> etag,
        Optional<SocketAddress> server) {
      this(uri, headers, etag, server, Optional.empty());
    }

    /** A GET request that connects to the host of {@code uri}. */
    public Call(URI uri, Map<String, String> headers, Optional<String> etag) {
      this(uri, headers, etag, Optional.empty(), Optional.empty());
    }

    /** A POST request that connects to the host of {@code uri}. */
    public static Call post(URI uri, Map<String, String> headers, Buffer body) {
      return new Call(uri, headers, Optional.empty(), Optional.empty(), Optional.of(body));
    }

    /** The same call with one more header. */
    public Call withHeader(String name, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(name, value);
      return new Call(uri, more, etag, server, body);
    }

    /** Whether the operator set what this call shows of who asks, and not a stranger. */
    boolean hasCredentials() {
      return headers.keySet().stream()
          .map(name -> name.toLowerCase(Locale.ROOT))
          .anyMatch(CREDENTIALS::contains);
    }

    Call to(URI target) {
      return new Call(target, headers, etag, server, body);
    }
  }

  /**
   * Creates a client with memory of its own for documents; connections are opened when they are
   * needed.
   *
   * @param name the upstream's name in metrics
   * @param userAgent the {@code User-Agent}, with a contact address
   * @param trust the certificates to trust; empty: those that Java trusts
   */
  public Upstream(
      Vertx vertx,
      String name,
      UpstreamLimits limits,
      String userAgent,
      Optional<TrustOptions> trust,
      Clock clock,
      MeterRegistry registry) {
    this(
        vertx,
        name,
        limits,
        userAgent,
        trust,
        new ByteBudget(name + "-documents", OWN_DOCUMENTS, registry),
        Proxies.NONE,
        true,
        clock,
        registry);
  }

  /**
   * Creates a client that shares the memory for documents with others.
   *
   * @param name the upstream's name in metrics
   * @param userAgent the {@code User-Agent}, with a contact address
   * @param trust the certificates to trust; empty: those that Java trusts
   * @param documents the bytes that all documents being read may take
   * @param proxies between this process and the upstream
   * @param isTold whether it is logged when the upstream begins to fail and is well again
   */
  Upstream(
      Vertx vertx,
      String name,
      UpstreamLimits limits,
      String userAgent,
      Optional<TrustOptions> trust,
      ByteBudget documents,
      Proxies proxies,
      boolean isTold,
      Clock clock,
      MeterRegistry registry) {
    this.vertx = vertx;
    this.documents = documents;
    this.proxies = proxies;
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
    this.health = new UpstreamHealth(name, clock, isTold);
    this.metrics = new UpstreamMetrics(registry, name, breaker, health);
  }

  /**
   * Sends a request, follows up to 3 redirects on the same server, and reads the document.
   *
   * @param readers creates a reader for a media type
   */
  public <T> Future<Fetched<T>> fetch(Call call, Function<String, DocumentReader<T>> readers) {
    Promise<Fetched<T>> promise = Promise.promise();
    onEventLoop(() -> follow(call, readers, MAX_REDIRECTS).onComplete(promise));
    return promise.future();
  }

  /** Sends a request, and returns a redirect instead of following it. */
  public <T> Future<Fetched<T>> fetchOnce(Call call, Function<String, DocumentReader<T>> readers) {
    Promise<Fetched<T>> promise = Promise.promise();
    onEventLoop(() -> send(call, limits, documents(readers)).onComplete(promise));
    return promise.future();
  }

  /**
   * Sends a request, and reads the answer whatever its status is. It follows no redirects.
   *
   * @param within the longest time for the whole exchange; it shortens the limits of this client,
   *     and never extends them
   * @param readers creates a reader for an answer, also for one that reports an error; empty: the
   *     body is not wanted, and the result depends on the status, as in {@link #fetchOnce}
   */
  public <T> Future<Fetched<T>> exchange(
      Call call, Duration within, Function<ResponseHead, Optional<DocumentReader<T>>> readers) {
    Promise<Fetched<T>> promise = Promise.promise();
    onEventLoop(() -> send(call, limits.within(within), readers).onComplete(promise));
    return promise.future();
  }

  /** Closes all connections; requests under way fail. */
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
    return send(call, limits, documents(readers))
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

  /** Reads documents only: the bodies of answers with status 200. */
  private static <T> Function<ResponseHead, Optional<DocumentReader<T>>> documents(
      Function<String, DocumentReader<T>> readers) {
    return head ->
        head.status() == 200 ? Optional.of(readers.apply(head.mediaType())) : Optional.empty();
  }

  private <T> Future<Fetched<T>> send(
      Call call,
      UpstreamLimits bounds,
      Function<ResponseHead, Optional<DocumentReader<T>>> readers) {
    Optional<Fetched.Trouble> refusal = breaker.refusal();
    if (refusal.isPresent()) {
      return Future.succeededFuture(Fetched.failed(refusal.get()));
    }
    long begun = System.nanoTime();
    return new Exchange<T>(vertx, bounds, documents, readers)
        .start(client, options(call), call.body())
        .map(
            answered -> {
              report(answered);
              note(answered, call);
              FetchOutcome outcome =
                  answered.isServerError()
                      ? FetchOutcome.UNREACHABLE
                      : answered.fetched().outcome();
              metrics.count(outcome, System.nanoTime() - begun);
              return answered.fetched();
            });
  }

  private RequestOptions options(Call call) {
    URI uri = call.uri();
    RequestOptions options =
        new RequestOptions()
            .setMethod(call.body().isPresent() ? HttpMethod.POST : HttpMethod.GET)
            .setAbsoluteURI(uri.toString())
            .putHeader("User-Agent", userAgent)
            .putHeader("Accept-Encoding", "gzip");
    call.headers().forEach(options::putHeader);
    call.server().ifPresent(options::setServer);
    proxies.to(uri).ifPresent(options::setProxyOptions);
    call.etag().ifPresent(etag -> options.putHeader("If-None-Match", etag));
    return options;
  }

  private void report(Exchange.Answered<?> answered) {
    Optional<Fetched.Trouble> trouble =
        answered.fetched() instanceof Fetched.Failed<?> failed
            ? Optional.of(failed.trouble())
            : Optional.empty();
    boolean down =
        answered.isServerError()
            || trouble.equals(Optional.of(Fetched.Trouble.UNREACHABLE))
            || trouble.equals(Optional.of(Fetched.Trouble.SLOW));
    boolean notSent = trouble.equals(Optional.of(Fetched.Trouble.BUSY));
    if (down) {
      breaker.failed();
    } else if (!notSent) {
      breaker.succeeded();
    }
    if (answered.isRateLimited() || answered.retryAfter().isPresent()) {
      breaker.hold(RetryAfter.parse(answered.retryAfter(), clock));
    }
  }

  private void note(Exchange.Answered<?> answered, Call call) {
    int status = answered.status();
    if ((status == 401 || status == 403) && call.hasCredentials()) {
      health.note(UpstreamHealth.Sign.REFUSED, "refused");
    } else if (answered.isServerError()) {
      health.note(UpstreamHealth.Sign.DOWN, "status " + status);
    } else if (answered.isRateLimited()) {
      health.note(UpstreamHealth.Sign.DOWN, "rate limited");
    } else if (answered.fetched() instanceof Fetched.Failed<?> failed) {
      switch (failed.trouble()) {
        case UNREACHABLE -> health.note(UpstreamHealth.Sign.DOWN, "unreachable");
        case SLOW -> health.note(UpstreamHealth.Sign.DOWN, "no answer in time");
        case INVALID, REFUSED ->
            health.note(UpstreamHealth.Sign.UNREADABLE, "answers with status " + status);
        // Nothing was sent, so nothing is known.
        case BUSY, RATE_LIMITED, COMING, NOT_CONFIGURED, FORBIDDEN -> {}
      }
    } else {
      health.note(UpstreamHealth.Sign.GOOD, "");
    }
  }

  private static boolean isSameServer(URI one, URI other) {
    return one.getScheme().equals(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && one.getPort() == other.getPort();
  }
}
