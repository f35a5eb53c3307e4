package dev.blazon.stats.schedule;

import dev.blazon.count.Day;
import dev.blazon.count.DayState;
import dev.blazon.count.LedgerEntry;
import dev.blazon.stats.download.ImportedDay;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.source.DaySource;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports days of all projects: the newest ones, and those that are missing. For one thread. */
public final class WholeDays {

  /** BigQuery takes minutes for a day, and its pages as long again. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(WholeDays.class);

  private final DaySource source;
  private final ImportMetrics metrics;
  private final SourceLog log = new SourceLog();

  public WholeDays(DaySource source, ImportMetrics metrics) {
    this.source = source;
    this.metrics = metrics;
  }

  /** See {@link NightlyImport#run}; throws if the store fails, or there is no room on disk. */
  public NightlyImport.Result run(Store store, Importer importer, Day newest, Instant since)
      throws IOException, InterruptedException {
    NightlyImport.Result result = NightlyImport.Result.UP_TO_DATE;
    for (Day day : DaysToImport.of(store.ledger(), newest, source.name(), since)) {
      try {
        long begin = System.nanoTime();
        Optional<ImportedDay> imported = importer.importDay(source, day, LONGEST);
        if (imported.isEmpty()) {
          metrics.count(ImportOutcome.BUSY);
          return NightlyImport.Result.BUSY;
        }
        report(imported.get().entry(), Duration.ofNanos(System.nanoTime() - begin));
        if (result == NightlyImport.Result.UP_TO_DATE) {
          result = NightlyImport.Result.IMPORTED;
        }
      } catch (SourceException e) {
        log.failed(e);
        if (e.kind() != Kind.NO_SUCH_DAY) {
          metrics.count(ImportOutcome.FAILED);
          return NightlyImport.Result.FAILED;
        }
        metrics.count(ImportOutcome.NO_SUCH_DAY);
        if (day.equals(newest)) {
          result = NightlyImport.Result.NOT_YET;
        }
      }
    }
    return result;
  }

  private void report(LedgerEntry entry, Duration time) {
    log.succeeded();
    metrics.imported(entry, time);
    LOG.info(
        "{} imported from {}: {} downloads in {} rows, {} rejects, {} s",
        entry.day(),
        entry.source(),
        entry.sum().all(),
        entry.rows(),
        entry.rejects(),
        time.toSeconds());
    if (entry.state() == DayState.SUSPECT) {
      LOG.warn("{} is suspect: its sum is odd beside the same weekdays before", entry.day());
    }
  }
}
