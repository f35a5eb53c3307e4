package dev.blazon.stats;

import dev.blazon.upstream.Fetched;
import dev.blazon.upstream.Upstream;
import dev.blazon.upstream.UpstreamLimits;
import dev.blazon.upstream.Upstreams;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a monitor of the operator that the imports of a night are done: if it hears nothing, it
 * alerts.
 */
final class Ping implements Runnable {

  private static final Duration DEADLINE = Duration.ofSeconds(10);

  /** Its answer says nothing; the limit bounds what is read of it. */
  private static final UpstreamLimits LIMITS =
      new UpstreamLimits(DEADLINE, DEADLINE, 1, 1, 64 << 10);

  private static final Logger LOG = LoggerFactory.getLogger(Ping.class);

  private final URI url;
  private final Upstreams upstreams;
  private Optional<Upstream> upstream = Optional.empty();

  Ping(URI url, Upstreams upstreams) {
    this.url = url;
    this.upstreams = upstreams;
  }

  /** Sends the request; does not wait for the answer. */
  @Override
  public synchronized void run() {
    if (upstream.isEmpty()) {
      upstream = Optional.of(upstreams.openUntold("ping", LIMITS));
    }
    upstream
        .get()
        .exchange(
            new Upstream.Call(url, Map.of(), Optional.empty()), DEADLINE, head -> Optional.empty())
        .onSuccess(
            answer -> {
              if (answer instanceof Fetched.Failed<?> failed
                  && failed.trouble() != Fetched.Trouble.INVALID) {
                LOG.warn("the ping after the imports failed: {}", failed.trouble());
              }
            });
  }
}
