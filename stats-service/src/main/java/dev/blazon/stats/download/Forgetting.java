package dev.blazon.stats.download;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.Month;
import dev.blazon.stats.packed.MonthReader;
import dev.blazon.stats.packed.MonthWriter;
import dev.blazon.stats.query.DaySums;
import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.ImportTransaction;
import dev.blazon.stats.store.MonthMerge;
import dev.blazon.stats.store.ProjectChange;
import java.util.Optional;

/**
 * Forgets versions and breakdowns of months that are too old; the totals of their days stay for
 * ever. A month is forgotten as a whole, in one transaction, when its last day is too old. For one
 * thread.
 */
final class Forgetting {

  private final ImportLock lock;
  private final MonthReader reader = new MonthReader();
  private final MonthWriter writer = new MonthWriter();
  private final ProjectChange change = new ProjectChange();

  Forgetting(ImportLock lock) {
    this.lock = lock;
  }

  /** Forgets all months whose days lie before a day. */
  void run(Day keptFrom) {
    while (forgetNext(keptFrom)) {
      // One month at a time, so that others may write in between.
    }
  }

  private boolean forgetNext(Day keptFrom) {
    try (ImportTransaction transaction = lock.begin()) {
      Optional<Month> next = transaction.versionsFrom();
      if (next.isEmpty() || !next.get().last().isBefore(keptFrom)) {
        return false;
      }
      try (MonthMerge merge =
          transaction.merge(next.get(), transaction.hasBreakdowns(next.get()))) {
        while (merge.next()) {
          forget(merge);
        }
        merge.finish();
      }
      transaction.putVersionsFrom(next.get().next());
      transaction.commit();
      return true;
    }
  }

  private void forget(MonthMerge merge) {
    byte[] month = merge.month();
    if (month.length == 0) {
      merge.keep();
      return;
    }
    change.begin(merge.summary());
    change.month(totals(month));
    if (merge.breakdown().length > 0) {
      change.breakdown(new byte[0]);
    }
    merge.change(change);
  }

  private byte[] totals(byte[] month) {
    reader.reset(month);
    writer.begin();
    while (reader.next()) {
      Counts total = DaySums.total(reader);
      writer.beginDay();
      writer.endDay(reader.day(), total.all(), total.withoutMirrors());
    }
    return writer.toBytes();
  }
}
