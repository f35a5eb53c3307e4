package dev.blazon.stats.query;

import dev.blazon.count.Basis;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.stats.packed.BreakdownReader;
import dev.blazon.stats.packed.CountReader;
import dev.blazon.stats.packed.MonthReader;
import dev.blazon.stats.packed.VersionList;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoredMonth;
import dev.blazon.stats.store.StoredProject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the numbers of one series from packed months. For one question. */
final class SeriesReader {

  private static final String NO_LINE = "";

  private final Store store;
  private final StoredProject project;
  private final SeriesQuery query;
  private final DayRange range;
  private final Measure measure;
  private final Times times;

  /** Lines by their number; the first is for downloads that belong to none. */
  private final List<Optional<long[]>> lines = new ArrayList<>();

  SeriesReader(
      Store store, StoredProject project, SeriesQuery query, DayRange range, KnownDays known) {
    this.store = store;
    this.project = project;
    this.query = query;
    this.range = range;
    this.measure = known.basis(range, query.measure()).measure();
    this.times = new Times(range, query.interval(), known);
  }

  Series read(Basis basis) {
    List<String> names = new ArrayList<>();
    if (query.split() instanceof Split.Versions versions) {
      names.addAll(readVersions(versions));
    } else if (query.split() instanceof Split.Categories categories) {
      readCategories(categories);
      for (int i = 1; i < lines.size(); i++) {
        names.add(store.names().category(categories.dimension(), i - 1));
      }
    } else {
      readTotals();
    }
    names.add(0, NO_LINE);
    List<String> used = new ArrayList<>();
    List<long[]> numbers = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isPresent()) {
        used.add(names.get(i));
        numbers.add(lines.get(i).get());
      }
    }
    return new Series(
        times.starts(), times.knownDays(), used, numbers.toArray(long[][]::new), basis);
  }

  private void readTotals() {
    new DaySums((id, months) -> store.months(project, months))
        .byDay(project.id(), range)
        .forEach((day, counts) -> add(0, day.epochDay(), counts.in(measure)));
  }

  private List<String> readVersions(Split.Versions wanted) {
    VersionList list = new VersionList();
    byte[] packed = store.versions(project.id());
    if (packed.length > 0) {
      list.reset(packed);
    }
    List<String> names = list.toList();
    boolean[] shown = shown(names, wanted);
    boolean rest = wanted.globs().isEmpty();
    MonthReader reader = new MonthReader();
    for (StoredMonth month : store.months(project, range.months())) {
      int first = month.month().first().epochDay();
      reader.reset(month.days());
      while (reader.next()) {
        int day = first + reader.day();
        if (!times.has(day)) {
          continue;
        }
        CountReader counts = reader.versions();
        while (counts.next()) {
          list.require(counts.number());
          if (shown[counts.number()]) {
            add(counts.number() + 1, day, in(counts.all(), counts.withoutMirrors()));
          }
        }
        if (rest && reader.restAll() > 0) {
          add(0, day, in(reader.restAll(), reader.restWithoutMirrors()));
        }
      }
    }
    return names;
  }

  private static boolean[] shown(List<String> names, Split.Versions wanted) {
    return VersionGlob.matching(names, wanted.globs().isEmpty() ? List.of("*") : wanted.globs());
  }

  private void readCategories(Split.Categories wanted) {
    BreakdownReader reader = new BreakdownReader();
    for (StoredMonth month : store.breakdowns(project.id(), range.months())) {
      Day first = month.month().first();
      reader.reset(month.days());
      while (reader.nextDay()) {
        int day = first.epochDay() + reader.day();
        while (reader.nextCategory()) {
          if (times.has(day) && reader.dimension() == wanted.dimension().number()) {
            add(reader.category() + 1, day, in(reader.all(), reader.withoutMirrors()));
          }
        }
      }
    }
  }

  private long in(long all, long withoutMirrors) {
    return measure == Measure.ALL ? all : withoutMirrors;
  }

  private void add(int line, int epochDay, long downloads) {
    if (downloads == 0 || !times.has(epochDay)) {
      return;
    }
    while (lines.size() <= line) {
      lines.add(Optional.empty());
    }
    if (lines.get(line).isEmpty()) {
      lines.set(line, Optional.of(new long[times.starts().size()]));
    }
    lines.get(line).get()[times.place(epochDay)] += downloads;
  }
}
