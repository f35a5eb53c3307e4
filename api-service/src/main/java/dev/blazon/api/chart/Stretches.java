package dev.blazon.api.chart;

import dev.blazon.api.question.DatedLedger;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.wire.ChartExchange;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.DayState;
import dev.blazon.count.Interval;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Scope;
import dev.blazon.count.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stretches of time of a chart: those of a series, and those between them of which no day is
 * known. A week or month that has begun, or of which counting began in the middle, is left out at
 * either end, since its number would look like a fall.
 */
final class Stretches {

  /** With fewer a chart has no line at all, so incomplete ones are better. */
  private static final int LEAST = 2;

  /** A place of the series for a stretch of which nothing is known. */
  private static final int UNKNOWN = -1;

  private final Interval interval;
  private final List<Day> starts = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final int[] knownDays;

  Stretches(Series series, Interval interval) {
    this.interval = interval;
    this.knownDays = series.knownDays();
    Map<Day, Integer> known = new HashMap<>();
    for (int place = 0; place < series.starts().size(); place++) {
      known.put(series.starts().get(place), place);
    }
    DayRange days = series.basis().days();
    for (Day start = interval.start(days.first());
        !start.isAfter(days.last());
        start = interval.next(start)) {
      starts.add(start);
      places.add(known.getOrDefault(start, UNKNOWN));
    }
    if (starts.size() > LEAST && interval.next(last()).isAfter(days.last().plus(1))) {
      remove(starts.size() - 1);
    }
    while (starts.size() > ChartExchange.MOST_STARTS
        || (starts.size() > LEAST && starts.get(0).isBefore(days.first()))) {
      remove(0);
    }
  }

  private Day last() {
    return starts.get(starts.size() - 1);
  }

  private void remove(int stretch) {
    starts.remove(stretch);
    places.remove(stretch);
  }

  List<LocalDate> dates() {
    return starts.stream().map(Day::date).toList();
  }

  int size() {
    return starts.size();
  }

  /** The days of all stretches. */
  DayRange days() {
    return new DayRange(starts.get(0), interval.next(last()).minus(1));
  }

  /** The numbers of a series for these stretches, with {@link ChartLine#MISSING} in gaps. */
  long[] numbers(long[] ofSeries) {
    return places.stream()
        .mapToLong(place -> place == UNKNOWN ? ChartLine.MISSING : ofSeries[place])
        .toArray();
  }

  /** The places of stretches that lack a day, or that have one whose import was odd. */
  Set<Integer> suspects(DatedLedger ledger) {
    Set<Integer> suspects = new HashSet<>();
    for (int i = 0; i < starts.size(); i++) {
      DayRange days = new DayRange(starts.get(i), interval.next(starts.get(i)).minus(1));
      int place = places.get(i);
      boolean lacksDays = place != UNKNOWN && knownDays[place] < days.length();
      if (lacksDays || (place != UNKNOWN && isOdd(days, ledger))) {
        suspects.add(i);
      }
    }
    return suspects;
  }

  private static boolean isOdd(DayRange days, DatedLedger ledger) {
    for (Day day = days.first(); !day.isAfter(days.last()); day = day.plus(1)) {
      if (ledger.ledger().entry(day).filter(Stretches::isOdd).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOdd(LedgerEntry entry) {
    return entry.scope() == Scope.ALL_PROJECTS && entry.state() == DayState.SUSPECT;
  }
}
