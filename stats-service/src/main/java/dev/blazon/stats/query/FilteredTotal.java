package dev.blazon.stats.query;

import dev.blazon.count.Basis;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import dev.blazon.count.Month;
import dev.blazon.count.Total;
import dev.blazon.count.Window;
import dev.blazon.stats.query.FilteredDays.FilteredDay;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Adds up what a filter lets through, from the newest day backwards. A day whose source did not
 * tell versions or categories counts as missing: it makes the window longer. For one question.
 */
final class FilteredTotal {

  /** As many as the store reads at once; versions are kept for about six. */
  private static final int MONTHS_AT_ONCE = 8;

  private final FilteredDays days;
  private final KnownDays known;
  private final DayRange all;
  private final Window window;

  private Counts sum = Counts.ZERO;
  private Optional<Stretch> counted = Optional.empty();

  /** Up to the earliest day with downloads: before it, nobody may have told anything. */
  private Optional<Stretch> told = Optional.empty();

  private boolean anyUntold;

  /** Days that count, and how many of them there are. */
  private record Stretch(DayRange days, int count) {
    Stretch back(Day earlier) {
      return new Stretch(new DayRange(earlier, days.last()), count + 1);
    }
  }

  /**
   * @param all the first and the last day that is known of the project
   */
  FilteredTotal(FilteredDays days, KnownDays known, DayRange all, Window window) {
    this.days = days;
    this.known = known;
    this.all = all;
    this.window = window;
  }

  CountAnswer<Total> read(Measure measure) {
    int first = all.first().month().number();
    int last = all.last().month().number();
    while (last >= first && read(new Month(Math.max(first, last - MONTHS_AT_ONCE + 1)), last)) {
      last -= MONTHS_AT_ONCE;
    }
    if (counted.isEmpty() || (told.isEmpty() && anyUntold)) {
      return new CountAnswer.Unanswered<>(Reason.UNKNOWN);
    }
    Stretch stretch = window == Window.ALL ? told.orElse(counted.get()) : counted.get();
    Basis basis = known.basis(stretch.days(), measure);
    return new CountAnswer.Counted<>(
        new Total(
            sum.in(basis.measure()),
            new Basis(
                stretch.days(),
                stretch.count(),
                basis.sources(),
                basis.measure(),
                basis.breaks())));
  }

  /** Reads some months backwards; false if earlier ones cannot matter. */
  private boolean read(Month firstMonth, int lastMonth) {
    Map<Integer, FilteredDay> found =
        days.read(
            IntStream.rangeClosed(firstMonth.number(), lastMonth).mapToObj(Month::new).toList());
    boolean anyTold = false;
    Day last = new Month(lastMonth).last();
    Day day = last.isBefore(all.last()) ? last : all.last();
    while (!day.isBefore(firstMonth.first()) && !isWhole()) {
      FilteredDay here = found.get(day.epochDay());
      if (here != null && !here.isTold()) {
        anyUntold = true;
      } else if (known.isKnown(day)) {
        anyTold |= here != null;
        add(day, Optional.ofNullable(here));
      }
      day = day.minus(1);
    }
    return !isWhole() && (anyTold || !anyUntold);
  }

  private boolean isWhole() {
    return counted.isPresent() && counted.get().count() >= window.days();
  }

  private void add(Day day, Optional<FilteredDay> downloads) {
    counted =
        Optional.of(counted.map(days -> days.back(day)).orElse(new Stretch(DayRange.of(day), 1)));
    if (downloads.isPresent()) {
      sum = sum.plus(downloads.get().matching());
      told = counted;
    }
  }
}
