package dev.blazon.stats.query;

import dev.blazon.count.Basis;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.stats.packed.Summary;
import dev.blazon.stats.packed.Summary.OwnDays;
import dev.blazon.stats.store.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The days on which a project's downloads are known: those imported for all projects, and those
 * fetched for this one.
 */
final class KnownDays {

  /**
   * Sources that give a project's days since there are any. The others give the newest days only.
   */
  private static final Set<String> WHOLE_HISTORIES = Set.of("clickhouse");

  private final Ledger ledger;
  private final Names names;
  private final List<OwnDays> own;

  /** All known days, if some are the project's own. */
  private final int[] days;

  KnownDays(Ledger ledger, Names names, Summary summary) {
    this.ledger = ledger;
    this.names = names;
    this.own = summary.own();
    this.days =
        own.isEmpty()
            ? new int[0]
            : IntStream.concat(
                    IntStream.of(ledger.wholeDays()),
                    own.stream()
                        .flatMapToInt(next -> IntStream.rangeClosed(next.first(), next.last())))
                .sorted()
                .distinct()
                .toArray();
  }

  /** The newest {@code count} known days, or all that there are; empty if none is known. */
  Optional<DayRange> newest(int count) {
    if (own.isEmpty()) {
      return ledger
          .newestWholeDay()
          .map(last -> new DayRange(ledger.firstDayOf(count).orElse(last), last));
    }
    if (days.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new DayRange(
            new Day(days[Math.max(0, days.length - count)]), new Day(days[days.length - 1])));
  }

  /**
   * Whether all downloads that were ever counted are known, so that their sum is an all-time total:
   * with the newest days of a project alone it is not. What an operator imports is taken as all.
   */
  boolean reachBack() {
    return own.isEmpty() || isWholeHistory() || ledger.wholeDaysBefore(own.get(0).first()) > 0;
  }

  /** Whether a source that has all days of the project was asked for them. */
  boolean isWholeHistory() {
    return !own.isEmpty() && WHOLE_HISTORIES.contains(names.source(own.get(0).source()).name());
  }

  boolean isKnown(Day day) {
    return own.isEmpty()
        ? ledger.isWhole(day.epochDay())
        : Arrays.binarySearch(days, day.epochDay()) >= 0;
  }

  int count(DayRange range) {
    return place(range.last().epochDay() + 1) - place(range.first().epochDay());
  }

  private int place(int day) {
    if (own.isEmpty()) {
      return ledger.wholeDaysBefore(day);
    }
    int found = Arrays.binarySearch(days, day);
    return found >= 0 ? found : -found - 1;
  }

  Basis basis(DayRange range, Measure wanted) {
    return new Basis(
        range,
        count(range),
        sources(range),
        wanted == Measure.ALL || !knowsMirrors(range) ? Measure.ALL : wanted,
        ledger.breaksWithin(range));
  }

  private List<String> sources(DayRange range) {
    if (own.isEmpty()) {
      return ledger.sources(range);
    }
    List<String> sources = new ArrayList<>(ledger.sources(range));
    for (OwnDays next : own) {
      if (overlaps(next, range)) {
        sources.add(names.source(next.source()).name());
      }
    }
    return sources.stream().distinct().toList();
  }

  private boolean knowsMirrors(DayRange range) {
    return ledger.knowsMirrors(range)
        && own.stream()
            .filter(next -> overlaps(next, range))
            .allMatch(
                next -> names.source(next.source()).measures().contains(Measure.WITHOUT_MIRRORS));
  }

  private static boolean overlaps(OwnDays own, DayRange range) {
    return own.first() <= range.last().epochDay() && own.last() >= range.first().epochDay();
  }
}
