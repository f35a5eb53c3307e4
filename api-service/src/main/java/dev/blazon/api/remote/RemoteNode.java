package dev.blazon.api.remote;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The state of one node of an inner service: its outstanding requests and its failures. A node that
 * fails is left out until a probe succeeds. Thread-safe.
 *
 * @param <A> the type of its address
 */
public final class RemoteNode<A> {

  /** One slow answer may be an accident; two in a row are a sign that the node is unhealthy. */
  private static final int FAILURES_TO_LEAVE_OUT = 2;

  private final A address;
  private final AtomicInteger outstanding = new AtomicInteger();
  private final AtomicInteger failuresInARow = new AtomicInteger();
  private final AtomicBoolean probing = new AtomicBoolean();

  /** A healthy node without requests. */
  public RemoteNode(A address) {
    this.address = address;
  }

  public A address() {
    return address;
  }

  public boolean isHealthy() {
    return failuresInARow.get() < FAILURES_TO_LEAVE_OUT;
  }

  /** The number of requests under way. */
  public int outstanding() {
    return outstanding.get();
  }

  public void requested() {
    outstanding.incrementAndGet();
  }

  /** A request was answered as it should be. */
  public void answered() {
    outstanding.decrementAndGet();
    // An answer to a request from before does not end an exclusion, which a probe ends and logs.
    failuresInARow.updateAndGet(failures -> failures < FAILURES_TO_LEAVE_OUT ? 0 : failures);
  }

  /** A request ended in a way that says nothing about the node's health, such as an overload. */
  public void unjudged() {
    outstanding.decrementAndGet();
  }

  /**
   * A request failed.
   *
   * @param gone whether the node could not be reached: one such failure is enough
   * @return whether this failure made the node unhealthy
   */
  public boolean failed(boolean gone) {
    outstanding.decrementAndGet();
    int before = failuresInARow.getAndAdd(gone ? FAILURES_TO_LEAVE_OUT : 1);
    return before < FAILURES_TO_LEAVE_OUT && !isHealthy();
  }

  /** A probe succeeded. */
  public void recovered() {
    failuresInARow.set(0);
  }

  /** Starts a probe; returns false if one is under way. */
  public boolean startProbe() {
    return probing.compareAndSet(false, true);
  }

  public void endProbe() {
    probing.set(false);
  }
}
