package dev.blazon.service.http;

import dev.blazon.service.ByteBudget;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The incomplete request heads of one event loop, bounded in time, and with all requests of the
 * port in memory. When the memory is used up, the connections whose heads have been incomplete the
 * longest are closed: an honest head is complete within milliseconds. Not thread-safe.
 */
final class RequestMemory {

  /** How many connections are closed before the event loop handles other requests again. */
  private static final int CLOSED_AT_ONCE = 64;

  private final ByteBudget budget;
  private final long within;
  private final ClientErrorCount errors;

  /** The incomplete heads, with the time of their first bytes; the oldest first. */
  private final Map<MeteredRequestDecoder, Long> incomplete = new LinkedHashMap<>();

  /**
   * Creates the memory of one event loop.
   *
   * @param budget shared by all event loops of the port
   * @param within how long a head may be incomplete
   * @param errors counts slow heads and aborted requests
   */
  RequestMemory(ByteBudget budget, Duration within, ClientErrorCount errors) {
    this.budget = budget;
    this.within = within.toNanos();
    this.errors = errors;
  }

  /** The head of this connection's request is incomplete; the time counts from the first call. */
  void incomplete(MeteredRequestDecoder connection) {
    incomplete.putIfAbsent(connection, System.nanoTime());
  }

  void complete(MeteredRequestDecoder connection) {
    if (!incomplete.isEmpty()) {
      incomplete.remove(connection);
    }
  }

  /** Takes bytes, if necessary from the oldest incomplete heads; false if that is not enough. */
  boolean take(MeteredRequestDecoder connection, long bytes) {
    while (!budget.tryTake(bytes)) {
      MeteredRequestDecoder oldest = oldestBut(connection);
      if (oldest == null) {
        return false;
      }
      oldest.abort();
    }
    return true;
  }

  private MeteredRequestDecoder oldestBut(MeteredRequestDecoder connection) {
    for (MeteredRequestDecoder other : incomplete.keySet()) {
      if (other != connection) {
        return other;
      }
    }
    return null;
  }

  /** The client closed a connection on which it had sent whole requests without an answer. */
  void aborted() {
    errors.add(ClientErrorCount.Kind.ABORTED);
  }

  void release(long bytes) {
    budget.release(bytes);
  }

  /**
   * Closes connections whose heads take too long.
   *
   * @return whether there may be more
   */
  boolean closeLate() {
    long before = System.nanoTime() - within;
    for (int i = 0; i < CLOSED_AT_ONCE; i++) {
      Iterator<Map.Entry<MeteredRequestDecoder, Long>> oldest = incomplete.entrySet().iterator();
      if (!oldest.hasNext()) {
        return false;
      }
      Map.Entry<MeteredRequestDecoder, Long> next = oldest.next();
      if (next.getValue() - before > 0) {
        return false;
      }
      errors.add(ClientErrorCount.Kind.HEAD_TOO_SLOW);
      next.getKey().abort();
    }
    return true;
  }
}
