package dev.blazon.stats.usage;

import dev.blazon.stats.usage.store.UsageStore.Kept;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Reads pages of reports, one at a time and only when the reader wants one. Used on one context.
 */
final class PagedReports implements UsageService.ReportStream {

  private final Context context;
  private final LongFunction<Future<List<Kept>>> pages;
  private final Runnable whenEnded;
  private Handler<Buffer> handler = page -> {};
  private Handler<Void> endHandler = end -> {};
  private Handler<Throwable> failureHandler = failure -> {};
  private long from;
  private long demand;
  private boolean isReading;
  private boolean isEnded;

  /**
   * Creates a paused stream.
   *
   * @param pages the reports from a number on; an empty page is the end
   */
  PagedReports(Vertx vertx, long from, LongFunction<Future<List<Kept>>> pages, Runnable whenEnded) {
    this.context = vertx.getOrCreateContext();
    this.from = from;
    this.pages = pages;
    this.whenEnded = whenEnded;
  }

  @Override
  public PagedReports handler(Handler<Buffer> taker) {
    if (taker != null) {
      handler = taker;
      context.runOnContext(turn -> readOn());
    }
    return this;
  }

  @Override
  public PagedReports pause() {
    demand = 0;
    return this;
  }

  @Override
  public PagedReports resume() {
    return fetch(Long.MAX_VALUE);
  }

  @Override
  public PagedReports fetch(long amount) {
    demand = demand + amount < 0 ? Long.MAX_VALUE : demand + amount;
    context.runOnContext(turn -> readOn());
    return this;
  }

  @Override
  public PagedReports endHandler(Handler<Void> taker) {
    endHandler = taker == null ? end -> {} : taker;
    return this;
  }

  @Override
  public PagedReports exceptionHandler(Handler<Throwable> taker) {
    failureHandler = taker == null ? failure -> {} : taker;
    return this;
  }

  private void readOn() {
    if (isReading || isEnded || demand == 0) {
      return;
    }
    isReading = true;
    pages
        .apply(from)
        .onComplete((page, failure) -> context.runOnContext(turn -> take(page, failure)));
  }

  private void take(List<Kept> page, Throwable failure) {
    isReading = false;
    if (isEnded) {
      return;
    }
    if (failure != null) {
      close();
      failureHandler.handle(failure);
    } else if (page.isEmpty()) {
      close();
      endHandler.handle(null);
    } else {
      Buffer lines = Buffer.buffer();
      page.forEach(kept -> lines.appendBytes(kept.body()).appendByte((byte) '\n'));
      from = page.get(page.size() - 1).id() + 1;
      demand -= demand == Long.MAX_VALUE ? 0 : 1;
      handler.handle(lines);
      readOn();
    }
  }

  @Override
  public void close() {
    if (!isEnded) {
      isEnded = true;
      whenEnded.run();
    }
  }
}
