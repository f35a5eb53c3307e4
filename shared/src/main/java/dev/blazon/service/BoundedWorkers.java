package dev.blazon.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Worker threads with a bounded queue, for work that would hold up an event loop: what does not fit
 * is refused at once. Thread-safe.
 */
public final class BoundedWorkers {

  /** How long closing waits for work under way, such as a picture being written to disk. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String name;
  private final WorkerExecutor threads;
  private final int most;
  private final Promise<Void> idle = Promise.promise();
  private volatile boolean closing;
  private final AtomicInteger accepted = new AtomicInteger();
  private final Counter refused;

  /**
   * Creates the workers and registers their metrics.
   *
   * @param name of the threads, and in metrics
   * @param threads how many pieces of work are done at once
   * @param queue how many more may wait
   */
  public BoundedWorkers(Vertx vertx, String name, int threads, int queue, MeterRegistry metrics) {
    this.name = name;
    this.threads = vertx.createSharedWorkerExecutor(name, threads);
    this.most = threads + queue;
    this.refused = metrics.counter("blazon.workers.refused", "workers", name);
    Gauge.builder("blazon.workers.busy", accepted, AtomicInteger::get)
        .strongReference(true)
        .tag("workers", name)
        .register(metrics);
  }

  /**
   * Runs the work on a worker thread.
   *
   * @return its result; fails at once with {@link OverloadedException} if the queue is full
   */
  public <T> Future<T> run(Callable<T> work) {
    if (accepted.incrementAndGet() > most || closing) {
      finished();
      refused.increment();
      return Future.failedFuture(new OverloadedException(name));
    }
    return threads.executeBlocking(
        () -> {
          try {
            return work.call();
          } finally {
            finished();
          }
        },
        false);
  }

  private void finished() {
    if (accepted.decrementAndGet() == 0 && closing) {
      idle.tryComplete();
    }
  }

  /** Accepts no more work, waits up to 2 s for work under way, and ends the threads. */
  public Future<Void> close() {
    closing = true;
    if (accepted.get() == 0) {
      idle.tryComplete();
    }
    return idle.future()
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .transform(ended -> threads.close());
  }
}
