package dev.blazon.testing;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waits for what happens behind everyone's back. */
public final class Eventually {

  private static final long PATIENCE_SECONDS = 15;
  private static final long LOOK_EVERY_MILLISECONDS = 10;

  private Eventually() {}

  /** Returns as soon as the condition holds; throws when it does not within the patience. */
  public static void eventually(Vertx vertx, BooleanSupplier condition) throws TimeoutException {
    eventually(vertx, PATIENCE_SECONDS, condition);
  }

  /** The same, with another patience in seconds. */
  public static void eventually(Vertx vertx, long patience, BooleanSupplier condition)
      throws TimeoutException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(patience);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("it never happened");
      }
      vertx
          .timer(LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)
          .await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
