package dev.blazon.api.imaging;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The state of one imaging service: its outstanding requests and its failures. Thread-safe. */
final class ImagingNode {

  /** One slow answer may be an accident; two in a row are a sign that the node is unhealthy. */
  private static final int FAILURES_TO_LEAVE_OUT = 2;

  private final NodeAddress address;
  private final AtomicInteger outstanding = new AtomicInteger();
  private final AtomicInteger failuresInARow = new AtomicInteger();
  private final AtomicBoolean probing = new AtomicBoolean();

  ImagingNode(NodeAddress address) {
    this.address = address;
  }

  NodeAddress address() {
    return address;
  }

  boolean isHealthy() {
    return failuresInARow.get() < FAILURES_TO_LEAVE_OUT;
  }

  /** The number of requests under way. */
  int outstanding() {
    return outstanding.get();
  }

  void requested() {
    outstanding.incrementAndGet();
  }

  void answered() {
    outstanding.decrementAndGet();
    failuresInARow.set(0);
  }

  /** The node was overloaded, which says nothing about its health. */
  void busy() {
    outstanding.decrementAndGet();
  }

  /**
   * A request failed.
   *
   * @param gone whether the node could not be reached: one such failure is enough
   * @return whether this failure made the node unhealthy
   */
  boolean failed(boolean gone) {
    outstanding.decrementAndGet();
    int before = failuresInARow.getAndAdd(gone ? FAILURES_TO_LEAVE_OUT : 1);
    return before < FAILURES_TO_LEAVE_OUT && !isHealthy();
  }

  void recovered() {
    failuresInARow.set(0);
  }

  /** Starts a probe; returns false if one is under way. */
  boolean startProbe() {
    return probing.compareAndSet(false, true);
  }

  void endProbe() {
    probing.set(false);
  }
}
