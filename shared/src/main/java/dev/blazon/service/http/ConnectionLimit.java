package dev.blazon.service.http;

import com.sun.management.UnixOperatingSystemMXBean;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds how many connections are open at once: each takes about 10 KB of heap, however idle, and a
 * crowd must not cost those their badge who were here before. Thread-safe; shared by all event
 * loops.
 */
final class ConnectionLimit {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionLimit.class);

  /** Descriptors for all else: upstreams, imaging, Redis, the disk cache, logs, libraries. */
  private static final int OTHER_FILES = 512;

  /** Fewer would be no service. */
  private static final int LEAST = 16;

  private final int most;
  private final Counter refused;
  private final AtomicInteger open = new AtomicInteger();

  /**
   * A limit with its metrics.
   *
   * @param port the name of the port, in metrics
   */
  ConnectionLimit(String port, int most, MeterRegistry registry) {
    this.most = most;
    this.refused =
        Counter.builder("blazon.connections.refused")
            .description("connections that were one too many")
            .tag("port", port)
            .register(registry);
    Gauge.builder("blazon.connections", open, AtomicInteger::get)
        .description("connections that are open")
        .tag("port", port)
        .register(registry);
  }

  /**
   * As many as wanted, or as the process may have: without a free descriptor a server cannot even
   * hang up, and stands still. Says so when they are fewer.
   *
   * @param files how many the process may have open ({@code ulimit -n})
   */
  static ConnectionLimit of(String port, int wanted, long files, MeterRegistry registry) {
    int most = (int) Math.min(wanted, Math.max(LEAST, files - OTHER_FILES));
    if (most < wanted) {
      LOG.warn("{} connections at once, not {}: ulimit -n is {}", most, wanted, files);
    }
    return new ConnectionLimit(port, most, registry);
  }

  /** How many files this process may have open; no bound where the system does not tell. */
  static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Long.MAX_VALUE;
  }

  int most() {
    return most;
  }

  /** Takes a place; false: there is none. */
  boolean enter() {
    if (open.incrementAndGet() > most) {
      open.decrementAndGet();
      refused.increment();
      return false;
    }
    return true;
  }

  /** Gives a place back. */
  void leave() {
    open.decrementAndGet();
  }
}
