package dev.blazon.api.stats;

import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The state of one stats service: its outstanding questions and its failures. Thread-safe. */
final class StatsNode {

  /** One slow answer may be an accident; two in a row are a sign that the node is unhealthy. */
  private static final int FAILURES_TO_LEAVE_OUT = 2;

  private final URI url;
  private final AtomicInteger outstanding = new AtomicInteger();
  private final AtomicInteger failuresInARow = new AtomicInteger();
  private final AtomicBoolean probing = new AtomicBoolean();

  StatsNode(URI url) {
    this.url = url;
  }

  URI url() {
    return url;
  }

  boolean isHealthy() {
    return failuresInARow.get() < FAILURES_TO_LEAVE_OUT;
  }

  /** The number of questions under way. */
  int outstanding() {
    return outstanding.get();
  }

  void requested() {
    outstanding.incrementAndGet();
  }

  void answered() {
    outstanding.decrementAndGet();
    // An answer to a question from before does not end an exclusion, which a probe ends and logs.
    failuresInARow.updateAndGet(failures -> failures < FAILURES_TO_LEAVE_OUT ? 0 : failures);
  }

  /** The question ended in a way that says nothing about the node. */
  void unjudged() {
    outstanding.decrementAndGet();
  }

  /**
   * A question failed.
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
