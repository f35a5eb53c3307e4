package dev.blazon.stats.download;

import dev.blazon.count.Counts;
import dev.blazon.count.DayRange;
import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.count.RankingList;
import dev.blazon.count.Window;
import dev.blazon.stats.packed.Distribution;
import dev.blazon.stats.packed.Summary;
import dev.blazon.stats.query.DaySums;
import dev.blazon.stats.store.ImportTransaction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
  private final List<Postponed> postponed = new ArrayList<>();
  private final int oldestNeeded;

  @SuppressWarnings("ArrayRecordComponent") // A list of work, never compared.
  private record Postponed(byte[] name, int project, byte[] summary) {}

  /** Sums of a project on some days. */
  private interface Sums {
    Counts on(DayRange days);
  }

  Rankings(Ledger ledger) {
    days = RankingDays.of(ledger);
    int oldest = Integer.MAX_VALUE;
    for (DayRange range : days.windows().values()) {
      oldest = Math.min(oldest, range.first().epochDay());
    }
    if (days.before().isPresent()) {
      oldest = Math.min(oldest, days.before().get().first().epochDay());
    }
    oldestNeeded = oldest;
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

  @Override
  public void take(byte[] name, int project, Summary summary) {
    if (oldestNeeded < summary.recentFrom()) {
      // Many days are missing, so the windows reach back further than the summary: see finish.
      postponed.add(new Postponed(name, project, summary.toBytes()));
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

  /** Writes the rankings, after all projects were taken. */
  void finish(ImportTransaction transaction) {
    if (!postponed.isEmpty()) {
      transaction.publish();
    }
    DaySums sums = new DaySums(transaction::months);
    Summary summary = new Summary();
    for (Postponed project : postponed) {
      summary.reset(project.summary);
      rank(project.name, summary, range -> sums.sum(project.project, summary, range));
    }
    for (Measure measure : Measure.values()) {
      tops.get(measure).forEach((list, top) -> transaction.ranking(list, measure, top.projects()));
      distributions
          .get(measure)
          .forEach(
              (window, collector) ->
                  transaction.distribution(window, measure, collector.toBytes()));
    }
  }
}
