package dev.blazon.stats;

import dev.blazon.count.Day;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.demand.AskedNotes;
import dev.blazon.stats.demand.HistoryFetches;
import dev.blazon.stats.demand.KnownProject;
import dev.blazon.stats.demand.RefreshPlan;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.store.AskedProject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Keeps the histories up to date that readers ask for: writes down which they are, and, after each
 * new day, fetches those whose turn it is, a few at a time. Calls block; for one thread.
 */
final class Upkeep {

  /** Turns end before the next day is complete, and leave time for what failed. */
  private static final Duration SPREAD = Duration.ofHours(12);

  /** A README that nobody opens for a month needs no fresh number; its next reader sees an old. */
  private static final int INTEREST_DAYS = 30;

  /** The source has a new day once a day. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(30);

  /** More than are due in a minute, unless the service or the source was away for a day. */
  private static final int MOST_DUE = 5_000;

  private static final RefreshPlan PLAN = new RefreshPlan(SPREAD, Duration.ofDays(INTEREST_DAYS));

  private final Database database;
  private final AskedNotes notes;
  private final Histories histories;
  private final HistoryFetches fetches;
  private final int projectsAtOnce;
  private final StatsMetrics metrics;
  private final Clock clock;
  private final AtomicInteger underWay = new AtomicInteger();
  private Optional<Day> newest = Optional.empty();
  private Instant completeSince = Instant.MIN;
  private Instant lookedAt = Instant.MIN;

  /**
   * @param projectsAtOnce how many share a query
   */
  Upkeep(
      Database database,
      AskedNotes notes,
      Histories histories,
      HistoryFetches fetches,
      int projectsAtOnce,
      StatsMetrics metrics,
      Clock clock) {
    this.database = database;
    this.notes = notes;
    this.histories = histories;
    this.fetches = fetches;
    this.projectsAtOnce = projectsAtOnce;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Does what is due; called about once a minute. */
  void run() throws InterruptedException {
    writeNotes();
    refresh();
  }

  /** Writes down which projects were asked for. */
  void writeNotes() throws InterruptedException {
    Map<String, Day> taken = notes.take();
    if (taken.isEmpty()) {
      return;
    }
    Day today = Day.at(clock.instant());
    List<AskedProject> asked = new ArrayList<>();
    taken.forEach((name, countedTo) -> asked.add(new AskedProject(name, countedTo, today)));
    boolean written = false;
    try {
      database.write(
          store -> {
            store.noteAsked(asked, today.minus(INTEREST_DAYS));
            return asked;
          });
      written = true;
    } catch (SourceException e) {
      throw new IllegalStateException("no source was asked", e);
    } finally {
      if (!written) {
        notes.giveBack(taken);
      }
    }
  }

  private void refresh() throws InterruptedException {
    Instant now = clock.instant();
    Day today = Day.at(now);
    if (underWay.get() > 0 || behind(today.minus(1), today, 1).isEmpty()) {
      return;
    }
    look(now, today);
    if (newest.isEmpty()) {
      return;
    }
    List<KnownProject> behind =
        behind(newest.get(), today, MOST_DUE).stream().flatMap(Upkeep::known).toList();
    PLAN.due(behind, newest.get(), completeSince, now).stream()
        .limit(projectsAtOnce)
        .forEach(this::refresh);
  }

  private List<AskedProject> behind(Day day, Day today, int most) {
    return database.read(
        open -> open.store().askedBehind(day, today.minus(INTEREST_DAYS - 1), most));
  }

  private static Stream<KnownProject> known(AskedProject project) {
    return ProjectName.parse(project.name()).stream()
        .map(
            name ->
                new KnownProject(
                    name,
                    project.countedTo(),
                    // The end of the day: it may have been asked for until then.
                    midnight(project.askedOn().plus(1))));
  }

  /** Looks for a new day, unless there cannot be one. A clock that has gone back looks at once. */
  private void look(Instant now, Day today) throws InterruptedException {
    boolean isRecent = !now.isBefore(lookedAt) && now.isBefore(lookedAt.plus(BETWEEN_LOOKS));
    if (isRecent || newest.equals(Optional.of(today.minus(1)))) {
      return;
    }
    lookedAt = now;
    try {
      Optional<Day> found = histories.newestDay();
      if (found.isPresent() && !found.equals(newest)) {
        // After a start, turns are those of the day, as if we had seen it from its beginning.
        completeSince = newest.isEmpty() ? midnight(found.get().plus(1)) : now;
        newest = found;
        metrics.complete(found.get());
      }
    } catch (SourceException e) {
      // Fetches log what the source fails at; the next look is soon enough.
    }
  }

  private static Instant midnight(Day day) {
    return day.date().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private void refresh(ProjectName project) {
    underWay.incrementAndGet();
    fetches.fetch(project, Duration.ofDays(1)).onComplete(arrived -> underWay.decrementAndGet());
  }
}
