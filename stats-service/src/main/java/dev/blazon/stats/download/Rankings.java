package dev.blazon.stats.download;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.count.Month;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import dev.blazon.count.Window;
import dev.blazon.stats.packed.Distribution;
import dev.blazon.stats.packed.Summary;
import dev.blazon.stats.query.DaySums;
import dev.blazon.stats.store.ImportTransaction;
import dev.blazon.stats.store.StoredMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes the rankings while an import goes through all projects: it sees each project once, with its
 * new summary. For one thread.
 */
final class Rankings implements MonthImport.ProjectTaker {

  /** Below this many downloads in the earlier half, growth is chance. */
  private static final int MIN_BEFORE = 1000;

  private final RankingDays days;
  private final Map<Measure, Map<RankingList, TopList>> tops = new EnumMap<>(Measure.class);
  private final Map<Measure, Map<Window, Distribution.Collector>> distributions =
      new EnumMap<>(Measure.class);
  private final Optional<DayRange> needed;
  private final Place place;
  private final Month month;

  /** Where months are read, and where finished rankings go. */
  interface Place {

    /** Those of the months in which a project has downloads. */
    List<StoredMonth> months(int project, List<Month> months);

    void ranking(RankingList list, Measure measure, List<RankedProject> projects);

    void distribution(Window window, Measure measure, byte[] counts);
  }

  /** Sums of a project on some days. */
  private interface Sums {
    Counts on(DayRange days);
  }

  /**
   * Begins.
   *
   * @param ledger as it is after the import
   * @param month the month that the import changes
   */
  Rankings(Ledger ledger, Place place, Month month) {
    this.place = place;
    this.month = month;
    days = RankingDays.of(ledger);
    needed = days.all();
    for (Measure measure : Measure.values()) {
      Map<RankingList, TopList> lists = new EnumMap<>(RankingList.class);
      for (RankingList list : RankingList.values()) {
        lists.put(list, new TopList());
      }
      tops.put(measure, lists);
      Map<Window, Distribution.Collector> collectors = new EnumMap<>(Window.class);
      for (Window window : Window.values()) {
        collectors.put(window, new Distribution.Collector());
      }
      distributions.put(measure, collectors);
    }
  }

  /** Rankings that an import writes. */
  static Rankings of(Ledger ledger, ImportTransaction transaction, Month month) {
    return new Rankings(
        ledger,
        new Place() {
          @Override
          public List<StoredMonth> months(int project, List<Month> months) {
            return transaction.months(project, months);
          }

          @Override
          public void ranking(RankingList list, Measure measure, List<RankedProject> projects) {
            transaction.ranking(list, measure, projects);
          }

          @Override
          public void distribution(Window window, Measure measure, byte[] counts) {
            transaction.distribution(window, measure, counts);
          }
        },
        month);
  }

  @Override
  public void take(byte[] name, int project, Summary summary, Supplier<byte[]> monthDays) {
    if (needed.isPresent() && needed.get().first().epochDay() < summary.recentFrom()) {
      // Many days are missing, so the windows reach back further than the summary.
      NavigableMap<Day, Counts> byDay =
          new DaySums((id, months) -> months(id, months, monthDays.get()))
              .byDay(project, needed.get());
      rank(name, summary, range -> sum(byDay, range));
      return;
    }
    rank(
        name,
        summary,
        range ->
            new Counts(
                summary.sumAll(range.first().epochDay(), range.last().epochDay()),
                summary.sumWithoutMirrors(range.first().epochDay(), range.last().epochDay())));
  }

  /** The month that changes is not there to be read yet; others are as they were. */
  private List<StoredMonth> months(int project, List<Month> months, byte[] changed) {
    List<StoredMonth> found = new ArrayList<>();
    for (StoredMonth other : place.months(project, months)) {
      if (!other.month().equals(month)) {
        found.add(other);
      }
    }
    if (changed.length > 0 && months.contains(month)) {
      found.add(new StoredMonth(month, changed));
    }
    return found;
  }

  private static Counts sum(NavigableMap<Day, Counts> byDay, DayRange range) {
    return byDay.subMap(range.first(), true, range.last(), true).values().stream()
        .reduce(Counts.ZERO, Counts::plus);
  }

  private void rank(byte[] name, Summary summary, Sums sums) {
    Counts month = Counts.ZERO;
    for (Map.Entry<Window, DayRange> window : days.windows().entrySet()) {
      month = sums.on(window.getValue());
      rank(name, window.getKey(), month);
    }
    rank(name, Window.ALL, new Counts(summary.totalAll(), summary.totalWithoutMirrors()));
    if (days.now().isPresent() && days.before().isPresent()) {
      rankGrowth(name, sums.on(days.now().get()), sums.on(days.before().get()));
    }
    if (days.newSince().isPresent()
        && summary.firstDay() >= days.newSince().get().epochDay()
        && summary.seedAll() == 0) {
      for (Measure measure : Measure.values()) {
        offer(RankingList.RISEN, measure, name, month.in(measure));
      }
    }
  }

  private void rank(byte[] name, Window window, Counts counts) {
    for (Measure measure : Measure.values()) {
      long downloads = counts.in(measure);
      distributions.get(measure).get(window).add(downloads);
      offer(RankingList.of(window), measure, name, downloads);
    }
  }

  private void offer(RankingList list, Measure measure, byte[] name, long downloads) {
    if (downloads > 0) {
      tops.get(measure).get(list).offer((double) downloads, name, downloads, 0);
    }
  }

  private void rankGrowth(byte[] name, Counts now, Counts before) {
    for (Measure measure : Measure.values()) {
      long earlier = before.in(measure);
      long later = now.in(measure);
      if (earlier >= MIN_BEFORE && later > earlier) {
        tops.get(measure)
            .get(RankingList.GROWING)
            .offer((double) later / earlier, name, later, earlier);
      }
    }
  }

  /** Gives the rankings to their place, after all projects were taken. */
  void finish() {
    for (Measure measure : Measure.values()) {
      tops.get(measure).forEach((list, top) -> place.ranking(list, measure, top.projects()));
      distributions
          .get(measure)
          .forEach((window, collector) -> place.distribution(window, measure, collector.toBytes()));
    }
  }
}
