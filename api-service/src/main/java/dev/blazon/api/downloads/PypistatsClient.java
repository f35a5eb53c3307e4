package dev.blazon.api.downloads;

import dev.blazon.project.ProjectName;
import dev.blazon.upstream.Fetched;
import dev.blazon.upstream.RateLimit;
import dev.blazon.upstream.Upstream;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Fetches recent download counts from pypistats.org, within its limits: 5 requests in a second and
 * 30 in a minute. Thread-safe.
 */
public final class PypistatsClient {

  private final Vertx vertx;
  private final Upstream upstream;
  private final URI base;
  private final Duration patience;
  private final RateLimit limit;

  /**
   * Creates a client.
   *
   * @param patience how long a request may wait for its turn; one that would wait longer fails as
   *     {@code RATE_LIMITED} at once
   */
  public PypistatsClient(Vertx vertx, Upstream upstream, URI base, Duration patience, Clock clock) {
    this.vertx = vertx;
    this.upstream = upstream;
    this.base = base;
    this.patience = patience;
    this.limit = new RateLimit(clock).and(5, Duration.ofSeconds(1)).and(30, Duration.ofMinutes(1));
  }

  /** Fetches the counts. {@code Missing} also for a project that is too new to have counts. */
  public Future<Fetched<DownloadCounts>> fetch(ProjectName project, Optional<String> etag) {
    Optional<Duration> wait = limit.reserve(patience);
    if (wait.isEmpty()) {
      return Future.succeededFuture(Fetched.failed(Fetched.Trouble.RATE_LIMITED));
    }
    URI uri = URI.create(base + "/api/packages/" + project.normalized() + "/recent");
    Upstream.Call call = new Upstream.Call(uri, Map.of("Accept", "application/json"), etag);
    Future<?> turn =
        wait.get().isZero()
            ? Future.succeededFuture()
            : vertx.timer(wait.get().toNanos(), TimeUnit.NANOSECONDS);
    return turn.compose(now -> upstream.fetch(call, type -> new CountsReader()));
  }
}
