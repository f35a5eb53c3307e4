package dev.blazon.stats.testing;

import dev.blazon.stats.source.remote.RemoteCalls;
import dev.blazon.upstream.RateLimit;
import dev.blazon.upstream.Upstream;
import dev.blazon.upstream.UpstreamLimits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Real HTTP clients for the stand-ins, with short deadlines and no limit of requests. */
public final class SourceUpstreams {

  private static final UpstreamLimits LIMITS =
      new UpstreamLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), 4, 100, 64L << 20);

  private SourceUpstreams() {}

  public static RemoteCalls calls(Vertx vertx, String name) {
    return calls(vertx, name, new RateLimit(Clock.systemUTC()));
  }

  public static RemoteCalls calls(Vertx vertx, String name, RateLimit limit) {
    return new RemoteCalls(
        name,
        new Upstream(
            vertx,
            name,
            LIMITS,
            "blazon/test",
            Optional.empty(),
            Clock.systemUTC(),
            new SimpleMeterRegistry()),
        limit);
  }
}
