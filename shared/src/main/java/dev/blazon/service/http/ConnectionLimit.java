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
 * Limits how many connections are open at once. Each takes about 10 KB of heap, even if idle, and
 * new connections must not exhaust the memory that existing ones need. Thread-safe; shared by all
 * event loops.
 */
final class ConnectionLimit {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionLimit.class);

  /** Descriptors for everything else: upstreams, imaging, Redis, disk cache, logs, libraries. */
  private static final int OTHER_FILES = 512;

  /** The lowest limit; the service would be useless with fewer. */
  private static final int LEAST = 16;

  private final int most;
  private final Counter refused;
  private final AtomicInteger open = new AtomicInteger();

  /**
   * Creates a limit and registers its metrics.
   *
   * @param port the name of the port in metrics
   */
  ConnectionLimit(String port, int most, MeterRegistry registry) {
    this.most = most;
    this.refused =
        Counter.builder("blazon.connections.refused")
            .description("connections that were closed because too many were open")
            .tag("port", port)
            .register(registry);
    Gauge.builder("blazon.connections", open, AtomicInteger::get)
        .strongReference(true)
        .description("connections that are open")
        .tag("port", port)
        .register(registry);
  }

  /**
   * A limit of {@code wanted} connections, or of fewer if the process may not open that many files:
   * without a free descriptor a server cannot even refuse connections, and hangs. Logs a warning if
   * the limit is lowered.
   *
   * @param files how many files the process may have open ({@code ulimit -n})
   */
  static ConnectionLimit of(String port, int wanted, long files, MeterRegistry registry) {
    int most = (int) Math.min(wanted, Math.max(LEAST, files - OTHER_FILES));
    if (most < wanted) {
      LOG.warn("at most {} connections at once, not {}: ulimit -n is {}", most, wanted, files);
    }
    return new ConnectionLimit(port, most, registry);
  }

  /**
   * How many files this process may have open; {@link Long#MAX_VALUE} if the system does not say.
   */
  static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Long.MAX_VALUE;
  }

  int most() {
    return most;
  }

  /** Counts a new connection; false: there are too many, and this one must be closed. */
  boolean enter() {
    if (open.incrementAndGet() > most) {
      open.decrementAndGet();
      refused.increment();
      return false;
    }
    return true;
  }

  /** Counts a closed connection. */
  void leave() {
    open.decrementAndGet();
  }
}
