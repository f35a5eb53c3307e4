package dev.blazon.api.imaging;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One imaging service as seen from here. Thread-safe. */
final class ImagingNode {

  /** One slow answer may be an accident of the moment; a second in a row is a habit. */
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

  /** How many requests are on their way. */
  int outstanding() {
    return outstanding.get();
  }

  void asked() {
    outstanding.incrementAndGet();
  }

  void answered() {
    outstanding.decrementAndGet();
    failuresInARow.set(0);
  }

  /** The node had no time for it: not a sign that it is unwell, nor that it is well. */
  void busy() {
    outstanding.decrementAndGet();
  }

  /**
   * The node gave no picture.
   *
   * @param gone whether it could not even be reached, which is proof enough
   * @return whether it has become unhealthy by this
   */
  boolean failed(boolean gone) {
    outstanding.decrementAndGet();
    int before = failuresInARow.getAndAdd(gone ? FAILURES_TO_LEAVE_OUT : 1);
    return before < FAILURES_TO_LEAVE_OUT && !isHealthy();
  }

  void recovered() {
    failuresInARow.set(0);
  }

  /** Claims the right to probe; false: someone is at it. */
  boolean startProbe() {
    return probing.compareAndSet(false, true);
  }

  void endProbe() {
    probing.set(false);
  }
}
