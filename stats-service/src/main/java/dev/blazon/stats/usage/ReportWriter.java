package dev.blazon.stats.usage;

import dev.blazon.service.DaemonThreads;
import dev.blazon.service.log.InternalErrors;
import dev.blazon.stats.store.Gate;
import dev.blazon.stats.store.StoreException;
import dev.blazon.stats.usage.report.Report;
import dev.blazon.stats.usage.store.UsageStore;
import dev.blazon.usage.ReportReceipt;
import dev.blazon.usage.UsageRefusal;
import dev.blazon.usage.UsageRefusal.Reason;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes reports, on one thread: those that come while a transaction is written share the next one
 * (group commit). Bounded in reports and bytes; thread-safe.
 */
final class ReportWriter implements AutoCloseable {

  /** Two seconds' work. */
  static final int MOST_REPORTS = 10_000;

  static final long MOST_BYTES = 16L << 20;

  /** A transaction of as many takes a tenth of a second. */
  private static final int MOST_AT_ONCE = 1_000;

  private static final Duration OVER_BUDGET_RETRY = Duration.ofSeconds(2);
  private static final Duration FAILED_RETRY = Duration.ofSeconds(5);

  /** Closing waits so long for what was accepted. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Supplier<UsageStore> store;
  private final Gate gate;
  private final Clock clock;
  private final int days;
  private final UsageMetrics metrics;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private final Thread thread;
  private int reports;
  private long bytes;
  private boolean isForgettingDue;
  private boolean isClosed;

  private record Waiting(
      List<Report> reports, long bytes, int ignored, Promise<ReportReceipt> receipt) {}

  /**
   * Starts the thread.
   *
   * @param store opens the database when it is needed; throws {@link StoreException}
   * @param days how long reports are kept
   */
  ReportWriter(Supplier<UsageStore> store, Gate gate, Clock clock, int days, UsageMetrics metrics) {
    this.store = store;
    this.gate = gate;
    this.clock = clock;
    this.days = days;
    this.metrics = metrics;
    this.thread = DaemonThreads.named("usage-writer").newThread(this::run);
    thread.start();
  }

  /** Completes when the reports are on disk; fails with a refusal. */
  Future<ReportReceipt> write(List<Report> added, int ignored) {
    if (added.isEmpty()) {
      return Future.succeededFuture(new ReportReceipt(0, 0, ignored));
    }
    long size = added.stream().mapToLong(report -> report.body().length).sum();
    Promise<ReportReceipt> receipt = Promise.promise();
    synchronized (this) {
      if (isClosed || reports + added.size() > MOST_REPORTS || bytes + size > MOST_BYTES) {
        return Future.failedFuture(
            new UsageRefusal(
                    Reason.OVER_BUDGET, "more reports come than can be kept", OVER_BUDGET_RETRY)
                .asException());
      }
      queue.add(new Waiting(added, size, ignored, receipt));
      reports += added.size();
      bytes += size;
      notifyAll();
    }
    return receipt.future();
  }

  synchronized int waiting() {
    return reports;
  }

  /** Deletes reports that are too old, after those that are being written. */
  synchronized void forgetOld() {
    isForgettingDue = true;
    notifyAll();
  }

  private void run() {
    try {
      while (awaitWork()) {
        List<Waiting> next = take();
        if (!next.isEmpty()) {
          write(next);
        }
        if (takeForgetting()) {
          forget();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The service stops.
    }
  }

  /** False when all is done and nothing more will come. */
  private synchronized boolean awaitWork() throws InterruptedException {
    while (queue.isEmpty() && !isForgettingDue && !isClosed) {
      wait();
    }
    return !queue.isEmpty() || !isClosed;
  }

  private synchronized boolean takeForgetting() {
    boolean isDue = isForgettingDue;
    isForgettingDue = false;
    return isDue;
  }

  private synchronized List<Waiting> take() {
    List<Waiting> next = new ArrayList<>();
    int size = 0;
    while (!queue.isEmpty()
        && (next.isEmpty() || size + queue.peek().reports().size() <= MOST_AT_ONCE)) {
      Waiting waiting = queue.remove();
      size += waiting.reports().size();
      next.add(waiting);
    }
    return next;
  }

  private void write(List<Waiting> together) {
    List<Report> all = together.stream().flatMap(of -> of.reports().stream()).toList();
    try {
      gate.enter();
      long start = System.nanoTime();
      List<Boolean> added = store.get().append(all, clock.instant());
      gate.succeeded();
      metrics.committed(System.nanoTime() - start);
      int at = 0;
      for (Waiting waiting : together) {
        int count = waiting.reports().size();
        int accepted = (int) added.subList(at, at + count).stream().filter(is -> is).count();
        at += count;
        done(waiting);
        metrics.accepted(accepted, count - accepted);
        waiting
            .receipt()
            .complete(new ReportReceipt(accepted, count - accepted, waiting.ignored()));
      }
    } catch (StoreException e) {
      gate.failed(e);
      fail(together);
    } catch (RuntimeException e) {
      InternalErrors.log(e, "usage reports cannot be written");
      fail(together);
    }
  }

  private void forget() {
    try {
      gate.enter();
      store.get().forgetBefore(clock.instant().minus(Duration.ofDays(days)));
      gate.succeeded();
    } catch (StoreException e) {
      gate.failed(e); // The next day tries again.
    } catch (RuntimeException e) {
      InternalErrors.log(e, "old usage reports cannot be deleted");
    }
  }

  private void fail(List<Waiting> together) {
    for (Waiting waiting : together) {
      if (!waiting.receipt().future().isComplete()) {
        done(waiting);
        waiting
            .receipt()
            .fail(
                new UsageRefusal(Reason.UNAVAILABLE, "reports cannot be written now", FAILED_RETRY)
                    .asException());
      }
    }
  }

  private synchronized void done(Waiting waiting) {
    reports -= waiting.reports().size();
    bytes -= waiting.bytes();
  }

  /** Writes what was accepted, and ends the thread. */
  @Override
  public void close() {
    synchronized (this) {
      isClosed = true;
      notifyAll();
    }
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }
}
