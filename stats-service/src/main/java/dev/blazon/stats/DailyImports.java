package dev.blazon.stats;

import dev.blazon.count.Day;
import dev.blazon.service.log.InternalErrors;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.packed.DamagedBlobException;
import dev.blazon.stats.schedule.ImportMetrics;
import dev.blazon.stats.schedule.NightlyImport;
import dev.blazon.stats.schedule.NightlyImport.Result;
import dev.blazon.stats.schedule.WholeDays;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The imports of a night as the schedule calls them: their failures are results. */
final class DailyImports {

  private static final Logger LOG = LoggerFactory.getLogger(DailyImports.class);

  /** Days of all projects. */
  static NightlyImport of(WholeDays days, Database database, Function<Store, Importer> importers) {
    return guarded(
        (newest, since) ->
            database.write(store -> days.run(store, importers.apply(store), newest, since)));
  }

  /** Histories of listed projects. */
  static NightlyImport of(ListedProjects projects, ImportMetrics metrics) {
    return guarded(
        (newest, since) -> {
          try {
            Result result =
                projects
                    .run(newest)
                    .map(isThere -> isThere ? Result.IMPORTED : Result.NOT_YET)
                    .orElse(Result.BUSY);
            metrics.count(result);
            return result;
          } catch (SourceException e) {
            boolean isLate = e.kind() == SourceException.Kind.NO_SUCH_DAY;
            Result result = isLate ? Result.NOT_YET : Result.FAILED;
            metrics.count(result);
            if (!isLate) {
              LOG.warn("the listed projects could not be imported: {}", e.getMessage());
            }
            return result;
          }
        });
  }

  private interface Attempt {
    Result run(Day newest, Instant since) throws SourceException, InterruptedException;
  }

  private static NightlyImport guarded(Attempt attempt) {
    return (newest, since) -> {
      try {
        return attempt.run(newest, since);
      } catch (StoreException | DamagedBlobException | UncheckedIOException e) {
        return Result.FAILED; // The database has logged it.
      } catch (SourceException | RuntimeException e) {
        InternalErrors.log(e, "a nightly import failed");
        return Result.FAILED;
      }
    };
  }

  private DailyImports() {}
}
