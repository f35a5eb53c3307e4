package dev.blazon.stats;

import dev.blazon.project.ProjectName;
import dev.blazon.stats.demand.HistoryFetches;
import dev.blazon.stats.demand.NotKeptException;
import dev.blazon.stats.packed.DamagedBlobException;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.store.StoreException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/** Counts how fetches from a source end. */
final class MeteredWork implements HistoryFetches.Work {

  private static final String COMPLETE = "complete";

  /** Of our own: the store, or a mistake. */
  private static final String FAILED = "failed";

  private final String source;
  private final HistoryFetches.Work work;
  private final MeterRegistry registry;

  MeteredWork(String source, HistoryFetches.Work work, MeterRegistry registry) {
    this.source = source;
    this.work = work;
    this.registry = registry;
    count(COMPLETE, 0);
    count(FAILED, 0);
    for (SourceException.Kind kind : SourceException.Kind.values()) {
      count(word(kind), 0);
    }
  }

  @Override
  public void fetch(Set<ProjectName> projects)
      throws SourceException, NotKeptException, InterruptedException {
    String outcome = FAILED;
    try {
      work.fetch(projects);
      outcome = COMPLETE;
    } catch (SourceException e) {
      outcome = word(e.kind());
      throw e;
    } catch (StoreException | DamagedBlobException | UncheckedIOException e) {
      throw new NotKeptException(e);
    } finally {
      count(outcome, 1);
    }
  }

  private static String word(SourceException.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void count(String outcome, int fetches) {
    Counter.builder("blazon.stats.fetches")
        .description("fetches of histories of single projects")
        .tag("source", source)
        .tag("outcome", outcome)
        .register(registry)
        .increment(fetches);
  }
}
