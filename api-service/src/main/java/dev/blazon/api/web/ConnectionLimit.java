package dev.blazon.api.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds how many connections are open at once: each takes about 10 KB of heap, however idle, and a
 * crowd must not cost those their badge who were here before. Thread-safe; shared by all event
 * loops.
 */
final class ConnectionLimit {

  private final int most;
  private final Counter refused;
  private final AtomicInteger open = new AtomicInteger();

  ConnectionLimit(int most, MeterRegistry registry) {
    this.most = most;
    this.refused =
        Counter.builder("blazon.connections.refused")
            .description("connections that were one too many")
            .register(registry);
    Gauge.builder("blazon.connections", open, AtomicInteger::get)
        .description("connections that are open")
        .register(registry);
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
