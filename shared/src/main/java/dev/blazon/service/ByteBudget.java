package dev.blazon.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The bytes of memory that one kind of work may use in the whole process. A limit for each request
 * is not enough, because strangers decide how many requests there are. Thread-safe, and exact:
 * never more is taken than the limit.
 */
public final class ByteBudget {

  private static final String TAG = "budget";

  private final String name;
  private final long limit;
  private final AtomicLong used = new AtomicLong();
  private final Counter refused;

  /**
   * Creates a budget and registers its metrics: {@code blazon.budget.used}, {@code
   * blazon.budget.limit} (both in bytes) and {@code blazon.budget.refused}.
   *
   * @param name the value of the tag {@code budget}
   * @param limit in bytes
   */
  public ByteBudget(String name, long limit, MeterRegistry registry) {
    this.name = name;
    this.limit = limit;
    this.refused =
        Counter.builder("blazon.budget.refused")
            .description("pieces of work that were refused because this budget was used up")
            .tag(TAG, name)
            .register(registry);
    Gauge.builder("blazon.budget.used", used, AtomicLong::get)
        .strongReference(true)
        .description("memory in use by this kind of work")
        .baseUnit("bytes")
        .tag(TAG, name)
        .register(registry);
    Gauge.builder("blazon.budget.limit", () -> limit)
        .strongReference(true)
        .description("memory that this kind of work may use in the whole process")
        .baseUnit("bytes")
        .tag(TAG, name)
        .register(registry);
  }

  /**
   * Takes bytes, all or none.
   *
   * @return whether there were as many; if not, the refusal is counted
   */
  public boolean tryTake(long bytes) {
    long before = used.get();
    while (bytes <= limit - before) {
      if (used.compareAndSet(before, before + bytes)) {
        return true;
      }
      before = used.get();
    }
    refused.increment();
    return false;
  }

  /** Gives bytes back that were taken. */
  public void release(long bytes) {
    long left = used.addAndGet(-bytes);
    assert left >= 0 : "more was released than taken";
  }

  /**
   * Does work that needs memory. What needs more than the whole budget is done when nothing else
   * has any of it.
   *
   * @param bytes how much the work needs
   * @throws OverloadedException if there are not as many; the work is not done then
   */
  public <T> T with(long bytes, Supplier<T> work) {
    long taken = Math.min(bytes, limit);
    if (!tryTake(taken)) {
      throw new OverloadedException("memory for " + name);
    }
    try {
      return work.get();
    } finally {
      release(taken);
    }
  }

  /** The bytes in use. */
  public long used() {
    return used.get();
  }

  /** The bytes that may be in use. */
  public long limit() {
    return limit;
  }

  /** Begins a share of this budget that has taken nothing yet. */
  public Share share() {
    return new Share();
  }

  /**
   * What one piece of work has taken. It is given back as a whole, however the work ends. Not
   * thread-safe.
   */
  public final class Share implements AutoCloseable {

    private long taken;
    private boolean closed;

    private Share() {}

    /**
     * Takes more.
     *
     * @return whether there was as much; false also after {@link #close}
     */
    public boolean tryTake(long bytes) {
      if (closed || !ByteBudget.this.tryTake(bytes)) {
        return false;
      }
      taken += bytes;
      return true;
    }

    /** The bytes taken so far; 0 after {@link #close}. */
    public long taken() {
      return taken;
    }

    /** Gives everything back; further calls do nothing. */
    @Override
    public void close() {
      closed = true;
      release(taken);
      taken = 0;
    }
  }
}
