package dev.blazon.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which days were imported, from where, and on which days counting changed. A value: an import
 * makes a new one. Safe for use by several threads.
 */
public final class Ledger {

  private final TreeMap<Integer, LedgerEntry> entries = new TreeMap<>();
  private final List<CountingBreak> breaks;
  private final int[] wholeDays;
  private final int lastWithoutMeasure;
  private final List<SourceRun> runs = new ArrayList<>();

  /**
   * Days of all projects in a row that are from one source: there are few, and answers about years
   * need them.
   */
  private record SourceRun(int first, int last, String source) {}

  public Ledger(Collection<LedgerEntry> entries, List<CountingBreak> breaks) {
    entries.forEach(entry -> this.entries.put(entry.day().epochDay(), entry));
    this.breaks = List.copyOf(breaks);
    this.wholeDays =
        this.entries.values().stream()
            .filter(entry -> entry.scope() == Scope.ALL_PROJECTS)
            .mapToInt(entry -> entry.day().epochDay())
            .toArray();
    this.lastWithoutMeasure =
        this.entries.values().stream()
            .filter(entry -> entry.scope() == Scope.ALL_PROJECTS)
            .filter(entry -> !entry.measures().contains(Measure.WITHOUT_MIRRORS))
            .mapToInt(entry -> entry.day().epochDay())
            .max()
            .orElse(Integer.MIN_VALUE);
    this.entries.values().stream()
        .filter(entry -> entry.scope() == Scope.ALL_PROJECTS)
        .forEach(this::addRun);
  }

  private void addRun(LedgerEntry entry) {
    int day = entry.day().epochDay();
    int newest = runs.size() - 1;
    if (newest >= 0 && runs.get(newest).source.equals(entry.source())) {
      runs.set(newest, new SourceRun(runs.get(newest).first, day, entry.source()));
    } else {
      runs.add(new SourceRun(day, day, entry.source()));
    }
  }

  /** The same ledger with other entries for some days. */
  public Ledger with(Collection<LedgerEntry> changed) {
    TreeMap<Integer, LedgerEntry> all = new TreeMap<>(entries);
    changed.forEach(entry -> all.put(entry.day().epochDay(), entry));
    return new Ledger(all.values(), breaks);
  }

  /** All entries in ascending order of the days. */
  public List<LedgerEntry> entries() {
    return List.copyOf(entries.values());
  }

  public Optional<LedgerEntry> entry(Day day) {
    return Optional.ofNullable(entries.get(day.epochDay()));
  }

  /** The days on which counting changed, in ascending order. */
  public List<CountingBreak> breaks() {
    return breaks;
  }

  /** Days that were imported for all projects, in ascending order, as days since 1970-01-01. */
  public int[] wholeDays() {
    return wholeDays.clone();
  }

  /** How many days before a day were imported for all projects. */
  public int wholeDaysBefore(int epochDay) {
    int found = Arrays.binarySearch(wholeDays, epochDay);
    return found >= 0 ? found : -found - 1;
  }

  /** Whether a day was imported for all projects. */
  public boolean isWhole(int epochDay) {
    return Arrays.binarySearch(wholeDays, epochDay) >= 0;
  }

  /** The newest day that was imported for all projects. */
  public Optional<Day> newestWholeDay() {
    return wholeDays.length == 0
        ? Optional.empty()
        : Optional.of(new Day(wholeDays[wholeDays.length - 1]));
  }

  /**
   * The first day of a window that ends at the newest whole day: as many imported days as the
   * window has, or all that there are.
   */
  public Optional<Day> firstDayOf(int days) {
    return wholeDays.length == 0
        ? Optional.empty()
        : Optional.of(new Day(wholeDays[Math.max(0, wholeDays.length - days)]));
  }

  /**
   * The sources of the days of a range that were imported for all projects, each once, in the order
   * of the days.
   */
  public List<String> sources(DayRange days) {
    return runs.stream()
        .filter(run -> run.first <= days.last().epochDay() && run.last >= days.first().epochDay())
        .map(SourceRun::source)
        .distinct()
        .toList();
  }

  /** Whether all days of a range that were imported for all projects can tell mirrors apart. */
  public boolean knowsMirrors(DayRange days) {
    return days.first().epochDay() > lastWithoutMeasure
        || entries
            .subMap(days.first().epochDay(), true, days.last().epochDay(), true)
            .values()
            .stream()
            .filter(entry -> entry.scope() == Scope.ALL_PROJECTS)
            .allMatch(entry -> entry.measures().contains(Measure.WITHOUT_MIRRORS));
  }

  /**
   * The days that are missing between the first and the last day that were imported for all
   * projects; or, if there are none, between those of listed projects.
   */
  public List<Day> missingDays() {
    int[] days =
        wholeDays.length > 0
            ? wholeDays
            : entries.keySet().stream().mapToInt(Integer::intValue).toArray();
    return days.length == 0
        ? List.of()
        : IntStream.rangeClosed(days[0], days[days.length - 1])
            .filter(day -> Arrays.binarySearch(days, day) < 0)
            .mapToObj(Day::new)
            .toList();
  }

  /** Whether counting changed after the first day of a range, up to its last day. */
  public boolean breaksWithin(DayRange days) {
    return breaks.stream().anyMatch(change -> change.isWithin(days));
  }
}
