package dev.blazon.stats;

import dev.blazon.project.ProjectName;
import dev.blazon.stats.demand.Arrival;
import dev.blazon.stats.demand.HistoryFetches;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.series.PepySource;
import dev.blazon.stats.source.series.PepyTotal;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All-time totals of pepy.tech, for projects whose whole history is not there. They are kept in
 * memory for a day: pepy counts once a day, and allows few requests. Thread-safe.
 */
final class AllTimeTotals implements AutoCloseable {

  private static final Duration KEPT = Duration.ofHours(24);

  /** About 1 MB. */
  private static final int MOST = 5_000;

  /** Ten a minute: more would wait for longer than anybody does. */
  private static final int WAITING = 10;

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private record Kept(PepyTotal total, Instant until) {}

  private final PepySource pepy;
  private final HistoryFetches fetches;
  private final Clock clock;

  @SuppressWarnings("serial") // Never serialized.
  private final Map<String, Kept> totals =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MOST;
        }
      };

  AllTimeTotals(Vertx vertx, PepySource pepy, Clock clock, MeterRegistry registry) {
    this.pepy = pepy;
    this.clock = clock;
    this.fetches =
        new HistoryFetches(
            vertx,
            pepy.name(),
            new HistoryFetches.Limits(1, pepy.projectsAtOnce(), WAITING),
            new MeteredWork(pepy.name(), this::fetch, registry),
            clock);
  }

  /** The total of a project; empty if it cannot be had within this time. Never fails. */
  Future<Optional<PepyTotal>> find(ProjectName project, Duration within) {
    Optional<PepyTotal> known = known(project);
    return known.isPresent()
        ? Future.succeededFuture(known)
        : fetches
            .fetch(project, within)
            .map(arrival -> arrival == Arrival.COMPLETE ? known(project) : Optional.empty());
  }

  private synchronized Optional<PepyTotal> known(ProjectName project) {
    return Optional.ofNullable(totals.get(project.normalized()))
        .filter(kept -> clock.instant().isBefore(kept.until()))
        .map(Kept::total);
  }

  private void fetch(Set<ProjectName> projects) throws SourceException, InterruptedException {
    for (ProjectName project : projects) {
      PepyTotal total = pepy.total(project, LONGEST);
      synchronized (this) {
        totals.put(project.normalized(), new Kept(total, clock.instant().plus(KEPT)));
      }
    }
  }

  @Override
  public void close() {
    fetches.close();
  }
}
