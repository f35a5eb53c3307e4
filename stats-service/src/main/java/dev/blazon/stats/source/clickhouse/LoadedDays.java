package dev.blazon.stats.source.clickhouse;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.remote.CountText;
import dev.blazon.stats.source.remote.Deadline;
import dev.blazon.stats.source.remote.MalformedAnswerException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Knows which days the server has loaded. It looks at projects that somebody downloads every day: a
 * day on which they have no row was never loaded, and the newest day counts only when it has about
 * as many downloads as the same weekday before. Thread-safe.
 */
final class LoadedDays {

  /** In everybody's dependencies for many years. */
  private static final List<ProjectName> EVERYDAY =
      List.of(name("pip"), name("requests"), name("setuptools"), name("six"), name("urllib3"));

  /** A new day becomes visible once a day, so this often is enough. */
  private static final Duration KEPT = Duration.ofMinutes(15);

  /** PyPI's first file is from 2005; earlier days cannot have downloads. */
  static final Day EARLIEST = Day.of(2005, 1, 1);

  /** Weekdays differ by less, and so did the days before and after 2026-08-24. */
  private static final int LEAST_SHARE = 3;

  private static final int WEEK = 7;

  private final ClickHouseClient client;
  private final Clock clock;
  private Optional<NavigableMap<Day, Long>> days = Optional.empty();
  private Instant readAt = Instant.MIN;

  LoadedDays(ClickHouseClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /**
   * The days that the server has.
   *
   * @param whole from the first to the newest whole day
   * @param missing days between these that were never loaded
   */
  record Loaded(DayRange whole, Set<Day> missing) {}

  /**
   * Asks the server, at most every 15 minutes.
   *
   * @return empty if it has no everyday project: then it tells nothing about its days
   */
  synchronized Optional<Loaded> read(Deadline deadline)
      throws SourceException, InterruptedException {
    Instant now = clock.instant();
    if (days.isEmpty() || now.isAfter(readAt.plus(KEPT))) {
      days = Optional.of(ask(Day.at(now), deadline));
      readAt = now;
    }
    return whole(days.get());
  }

  private NavigableMap<Day, Long> ask(Day today, Deadline deadline)
      throws SourceException, InterruptedException {
    Piece piece = new Piece(EVERYDAY, new DayRange(EARLIEST, today.minus(1)));
    QueryResult result = client.run(ClickPyQueries.days(piece), deadline);
    try {
      NavigableMap<Day, Long> found = new TreeMap<>();
      for (ResultRow row : result.rows()) {
        List<String> names = row.list(0);
        List<String> counts = row.list(1);
        Rows.requireSameLength(names, counts);
        for (int i = 0; i < names.size(); i++) {
          found.put(Rows.day(names.get(i), piece.days()), CountText.parse(counts.get(i)));
        }
      }
      return found;
    } catch (MalformedAnswerException e) {
      throw new SourceException(
          SourceException.Kind.MALFORMED, client.name() + ": " + e.getMessage(), e);
    }
  }

  static Optional<Loaded> whole(NavigableMap<Day, Long> counts) {
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    Day newest = counts.lastKey();
    Optional<Long> weekBefore = Optional.ofNullable(counts.get(newest.minus(WEEK)));
    boolean isPartial =
        weekBefore.isPresent() && counts.get(newest) < weekBefore.get() / LEAST_SHARE;
    Day last = isPartial ? newest.minus(1) : newest;
    DayRange whole = new DayRange(counts.firstKey(), last);
    Set<Day> missing = new HashSet<>(whole.days());
    missing.removeAll(counts.keySet());
    return Optional.of(new Loaded(whole, missing));
  }

  private static ProjectName name(String text) {
    return ProjectName.parse(text).orElseThrow();
  }
}
