package dev.blazon.stats.query;

import dev.blazon.count.Counts;
import dev.blazon.count.Filter;
import dev.blazon.count.Month;
import dev.blazon.stats.packed.BreakdownReader;
import dev.blazon.stats.packed.CountReader;
import dev.blazon.stats.packed.MonthReader;
import dev.blazon.stats.packed.VersionList;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoredMonth;
import dev.blazon.stats.store.StoredProject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what a filter lets through on each day with downloads, and whether the source of that day
 * told what the filter asks for. For one question.
 */
final class FilteredDays {

  private final Store store;
  private final StoredProject project;
  private final Filter filter;
  private final boolean[] versions;

  /**
   * A day with downloads.
   *
   * @param isTold whether the source of the day told what the filter asks for
   * @param matching the downloads that the filter lets through
   */
  record FilteredDay(boolean isTold, Counts matching) {}

  /**
   * @param filter of versions or of a category
   */
  FilteredDays(Store store, StoredProject project, Filter filter) {
    this.store = store;
    this.project = project;
    this.filter = filter;
    this.versions =
        filter instanceof Filter.Versions wanted ? matching(wanted.globs()) : new boolean[0];
  }

  private boolean[] matching(List<String> wanted) {
    VersionList list = new VersionList();
    byte[] packed = store.versions(project.id());
    if (packed.length > 0) {
      list.reset(packed);
    }
    return VersionGlob.matching(list.toList(), wanted);
  }

  /** The days with downloads of some months, by days since 1970-01-01. */
  Map<Integer, FilteredDay> read(List<Month> months) {
    Map<Integer, FilteredDay> days = new HashMap<>();
    Map<Integer, Counts> categories =
        filter instanceof Filter.Category category ? categories(category, months) : Map.of();
    MonthReader reader = new MonthReader();
    for (StoredMonth month : store.months(project, months)) {
      int first = month.month().first().epochDay();
      reader.reset(month.days());
      while (reader.next()) {
        int day = first + reader.day();
        days.put(
            day, filter instanceof Filter.Category ? category(categories, day) : versions(reader));
      }
    }
    return days;
  }

  private static FilteredDay category(Map<Integer, Counts> categories, int day) {
    return new FilteredDay(categories.containsKey(day), categories.getOrDefault(day, Counts.ZERO));
  }

  private FilteredDay versions(MonthReader reader) {
    long all = 0;
    long without = 0;
    boolean any = false;
    CountReader counts = reader.versions();
    while (counts.next()) {
      any = true;
      if (counts.number() < versions.length && versions[counts.number()]) {
        all += counts.all();
        without += counts.withoutMirrors();
      }
    }
    return new FilteredDay(any, new Counts(all, without));
  }

  /** The days on which the dimension is known at all, with the downloads of the category. */
  private Map<Integer, Counts> categories(Filter.Category wanted, List<Month> months) {
    Map<Integer, Counts> days = new HashMap<>();
    BreakdownReader reader = new BreakdownReader();
    for (StoredMonth month : store.breakdowns(project.id(), months)) {
      int first = month.month().first().epochDay();
      reader.reset(month.days());
      while (reader.nextDay()) {
        int day = first + reader.day();
        while (reader.nextCategory()) {
          if (reader.dimension() == wanted.dimension().number()) {
            String name = store.names().category(wanted.dimension(), reader.category());
            Counts counts =
                name.equalsIgnoreCase(wanted.value())
                    ? new Counts(reader.all(), reader.withoutMirrors())
                    : Counts.ZERO;
            days.merge(day, counts, Counts::plus);
          }
        }
      }
    }
    return days;
  }
}
