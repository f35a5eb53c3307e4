package dev.blazon.api.compare;

import dev.blazon.api.compare.ComparedProject.Counted;
import dev.blazon.count.Basis;
import dev.blazon.count.Comparison;
import dev.blazon.count.CountingBreak;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.DayState;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Series;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what was found about several projects side by side. For one comparison. */
final class Arrangement {

  private final CompareQuery query;
  private final List<Found> found;
  private final Ledger ledger;
  private final Optional<DayRange> window;

  Arrangement(CompareQuery query, List<Found> found, Optional<Day> last, Ledger ledger) {
    this.query = query;
    this.found = found;
    this.ledger = ledger;
    this.window = last.map(this::window);
  }

  private DayRange window(Day last) {
    OptionalInt length = query.window().days();
    if (length.isPresent()) {
      return new DayRange(last.minus(length.getAsInt() - 1), last);
    }
    return new DayRange(
        reads()
            .flatMap(read -> read.series().stream())
            .map(series -> series.starts().get(0))
            .min(Comparator.naturalOrder())
            .orElse(last),
        last);
  }

  private Stream<Found.Read> reads() {
    return found.stream().filter(Found.Read.class::isInstance).map(Found.Read.class::cast);
  }

  SideBySide sideBySide() {
    Stream<ComparedProject> counted =
        reads()
            .map(this::counted)
            .sorted(Comparator.comparingLong(Counted::sum).reversed())
            .map(project -> project);
    Stream<ComparedProject> others =
        found.stream()
            .filter(Found.Done.class::isInstance)
            .map(next -> ((Found.Done) next).project());
    return new SideBySide(
        query,
        window,
        Stream.concat(counted, others).toList(),
        window
            .map(days -> ledger.breaks().stream().filter(next -> next.isWithin(days)).toList())
            .orElse(List.of()),
        window.map(this::suspects).orElse(Set.of()));
  }

  private Set<Day> suspects(DayRange days) {
    return ledger.entries().stream()
        .filter(entry -> entry.state() == DayState.SUSPECT && days.contains(entry.day()))
        .map(LedgerEntry::day)
        .collect(Collectors.toSet());
  }

  private Counted counted(Found.Read read) {
    DayRange days = window.orElseThrow();
    if (read.series().isEmpty()) {
      return new Counted(
          read.project(),
          List.of(),
          new long[0],
          read.allTime(),
          new Comparison.Unknown(),
          new Basis(days, 0, List.of(), query.measure(), false));
    }
    Series series = read.series().get();
    int from = firstNotBefore(series.starts(), days.first());
    long[] sums = series.sums();
    return new Counted(
        read.project(),
        series.starts().subList(from, series.starts().size()),
        Arrays.copyOfRange(sums, from, sums.length),
        read.allTime(),
        change(series),
        series.basis());
  }

  /** There is no window before all days. */
  private Comparison change(Series series) {
    OptionalInt length = query.window().days();
    List<CountingBreak> breaks = ledger.breaks();
    return length.isPresent()
        ? Comparison.of(series, length.getAsInt(), breaks)
        : new Comparison.Unknown();
  }

  private static int firstNotBefore(List<Day> days, Day first) {
    int place = 0;
    while (place < days.size() && days.get(place).isBefore(first)) {
      place++;
    }
    return place;
  }
}
