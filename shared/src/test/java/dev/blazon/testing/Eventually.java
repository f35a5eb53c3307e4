package dev.blazon.testing;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waits for conditions that another thread fulfils. */
public final class Eventually {

  private static final long PATIENCE_SECONDS = 15;
  private static final long LOOK_EVERY_MILLISECONDS = 10;

  private Eventually() {}

  /** Returns as soon as the condition holds; throws if it does not within 15 seconds. */
  public static void eventually(Vertx vertx, BooleanSupplier condition) throws TimeoutException {
    eventually(vertx, PATIENCE_SECONDS, condition);
  }

  /** As {@link #eventually(Vertx, BooleanSupplier)}, with another timeout, in seconds. */
  public static void eventually(Vertx vertx, long patience, BooleanSupplier condition)
      throws TimeoutException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(patience);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("the condition did not hold in time");
      }
      vertx
          .timer(LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)
          .await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
