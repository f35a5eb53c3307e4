package dev.blazon.stats.query;

import dev.blazon.count.Basis;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Filter;
import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.count.Rank;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.Total;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.packed.Distribution;
import dev.blazon.stats.packed.Summary;
import dev.blazon.stats.query.FilteredDays.FilteredDay;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoredProject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers questions about downloads from the store. Calls block for microseconds (SQLite) or a
 * round trip (PostgreSQL) and come from any thread. They throw {@link
 * dev.blazon.stats.store.StoreException} if the database fails.
 */
public final class DownloadQueries {

  private final Store store;

  /** Unpacked distributions of one generation of the store: eight at most. */
  private record Distributions(long generation, Map<String, Distribution> byName) {}

  private volatile Distributions distributions = new Distributions(-1, Map.of());

  public DownloadQueries(Store store) {
    this.store = store;
  }

  /**
   * The downloads of a project in a window that ends at the newest complete day. A missing day
   * makes the window reach further back.
   *
   * @return empty if the project was never counted, or no day is known
   */
  public Optional<Total> total(ProjectName name, Window window, Measure measure) {
    Optional<StoredProject> found = store.project(name.normalized());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    KnownDays known = new KnownDays(store.ledger(), store.names(), found.get().summary());
    return total(found.get(), known, window, measure);
  }

  private Optional<Total> total(
      StoredProject project, KnownDays known, Window window, Measure measure) {
    Optional<DayRange> range = known.newest(window.days());
    if (window == Window.ALL && project.summary().seedUntil() > 0) {
      return Optional.of(new Seed(project.summary()).total(known, range, measure));
    }
    if (range.isEmpty()) {
      return Optional.empty();
    }
    Basis basis = known.basis(range.get(), measure);
    Summary summary = project.summary();
    Counts counts =
        window == Window.ALL
            ? new Counts(summary.totalAll(), summary.totalWithoutMirrors())
            : new DaySums((id, months) -> store.months(project, months))
                .sum(project.id(), summary, range.get());
    return Optional.of(new Total(counts.in(basis.measure()), basis));
  }

  /**
   * The downloads of a project in a window, or those of some versions or a category.
   *
   * @return {@link Reason#UNKNOWN} if the project's source did not tell them, or told the newest
   *     days only and all-time downloads are asked for
   */
  public CountAnswer<Total> answer(TotalQuery query) {
    Optional<StoredProject> found = store.project(query.project().normalized());
    if (found.isEmpty()) {
      return noDownloads();
    }
    StoredProject project = found.get();
    KnownDays known = new KnownDays(store.ledger(), store.names(), project.summary());
    Optional<DayRange> all = known.newest(Window.ALL.days());
    if (all.isEmpty()) {
      return noDownloads();
    }
    if (!(query.filter() instanceof Filter.None)) {
      FilteredDays days = new FilteredDays(store, project, query.filter());
      return new FilteredTotal(days, known, all.get(), query.window()).read(query.measure());
    }
    if (query.window() == Window.ALL && project.summary().seedUntil() == 0 && !known.reachBack()) {
      return new CountAnswer.Unanswered<>(Reason.UNKNOWN);
    }
    return new CountAnswer.Counted<>(
        total(project, known, query.window(), query.measure()).orElseThrow());
  }

  /**
   * The downloads of a project over time.
   *
   * @return {@link Reason#UNKNOWN} if the project's source did not tell what they are split by
   */
  public CountAnswer<Series> answer(ProjectName name, SeriesQuery query) {
    Optional<Series> series = series(name, query);
    if (series.isEmpty()) {
      return noDownloads();
    }
    return tells(name, query, series.get())
        ? new CountAnswer.Counted<>(series.get())
        : new CountAnswer.Unanswered<>(Reason.UNKNOWN);
  }

  /** Whether the lines are what the query asks for: a rest alone is not. */
  private boolean tells(ProjectName name, SeriesQuery query, Series series) {
    if (query.split() instanceof Split.Nothing
        || series.lines().stream().anyMatch(line -> !line.isEmpty())) {
      return true;
    }
    Filter any =
        query.split() instanceof Split.Categories categories
            ? new Filter.Category(categories.dimension(), "")
            : new Filter.Versions(List.of("*"));
    DayRange days = series.basis().days();
    Map<Integer, FilteredDay> found =
        new FilteredDays(store, store.project(name.normalized()).orElseThrow(), any)
            .read(days.months());
    return found.entrySet().stream()
        .filter(day -> days.contains(new Day(day.getKey())))
        .allMatch(day -> day.getValue().isTold());
  }

  /**
   * How much is known of a project.
   *
   * @return empty if it was never counted, or no day is known
   */
  public Optional<KnownHistory> history(ProjectName name) {
    return store
        .project(name.normalized())
        .map(project -> new KnownDays(store.ledger(), store.names(), project.summary()))
        .flatMap(
            known ->
                known.newest(1).map(day -> new KnownHistory(known.isWholeHistory(), day.last())));
  }

  /** No download on the days that were imported for all projects. */
  private <T> CountAnswer<T> noDownloads() {
    int[] days = store.ledger().wholeDays();
    return new CountAnswer.NoDownloads<>(
        days.length == 0
            ? Optional.empty()
            : Optional.of(new DayRange(new Day(days[0]), new Day(days[days.length - 1]))));
  }

  /**
   * The downloads of a project over time.
   *
   * @return empty if the project was never counted, or no day of the query is known
   */
  public Optional<Series> series(ProjectName name, SeriesQuery query) {
    Optional<StoredProject> found = store.project(name.normalized());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    KnownDays known = new KnownDays(store.ledger(), store.names(), found.get().summary());
    Optional<DayRange> all = known.newest(Window.ALL.days());
    if (all.isEmpty()
        || all.get().last().isBefore(query.days().first())
        || query.days().last().isBefore(all.get().first())) {
      return Optional.empty();
    }
    DayRange range = intersection(query.days(), all.get());
    Basis basis = known.basis(range, query.measure());
    return Optional.of(new SeriesReader(store, found.get(), query, range, known).read(basis));
  }

  private static DayRange intersection(DayRange a, DayRange b) {
    Day first = a.first().isAfter(b.first()) ? a.first() : b.first();
    Day last = a.last().isBefore(b.last()) ? a.last() : b.last();
    return new DayRange(first, last);
  }

  /** The first places of a ranking, as of the newest import. */
  public List<RankedProject> top(RankingList list, Measure measure, int places) {
    return store.ranking(list, measure, places);
  }

  /**
   * The place of a project among all projects.
   *
   * @return empty if the project was never counted, or nothing was imported for all projects
   */
  public Optional<Rank> rank(ProjectName name, Window window, Measure measure) {
    Optional<Total> total = total(name, window, measure);
    if (total.isEmpty() || store.ledger().newestWholeDay().isEmpty()) {
      return Optional.empty();
    }
    return distribution(window, total.get().basis().measure())
        .map(
            all ->
                new Rank(all.rank(total.get().downloads()), all.projects(), total.get().basis()));
  }

  private Optional<Distribution> distribution(Window window, Measure measure) {
    long generation = store.generation();
    Distributions known = distributions;
    if (known.generation != generation) {
      known = new Distributions(generation, new ConcurrentHashMap<>());
      distributions = known;
    }
    String name = window + " " + measure;
    Distribution found = known.byName.get(name);
    if (found == null) {
      byte[] packed = store.distribution(window, measure);
      if (packed.length == 0) {
        return Optional.empty();
      }
      found = Distribution.of(packed);
      known.byName.put(name, found);
    }
    return Optional.of(found);
  }

  /** Which days were imported, from where, and on which days counting changed. */
  public Ledger ledger() {
    return store.ledger();
  }
}
