package dev.blazon.api.compare;

import dev.blazon.api.compare.ComparedProject.Impossible;
import dev.blazon.api.compare.ComparedProject.Unanswered;
import dev.blazon.api.compare.ComparedProject.Uncertain;
import dev.blazon.api.compare.ComparedProject.Unknown;
import dev.blazon.api.compare.ComparedProject.WithoutDownloads;
import dev.blazon.api.lookup.Answer;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.lookup.ProjectKey;
import dev.blazon.api.stats.Deadline;
import dev.blazon.api.stats.Stats;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Filter;
import dev.blazon.count.Interval;
import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.Total;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.service.OverloadedException;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Asks the stats service about several projects at the same time. Thread-safe. */
public final class Comparisons {

  /** Each asks up to 24 questions, so these are about as many as the stats service lets wait. */
  private static final int MOST_UNDER_WAY = 48;

  /**
   * Projects whose days end earlier than the others' by at most so many days are compared up to
   * their last day, so that all sums have the same days. One that ends still earlier, such as one
   * that PyPI has deleted, does not hold the others back.
   */
  private static final int MOST_DAYS_BEHIND = 7;

  /** So many days may be missing, and the window before the window is still found. */
  private static final int MISSING_DAYS = 31;

  private final Stats stats;
  private final Lookups lookups;
  private final AtomicInteger underWay = new AtomicInteger();

  public Comparisons(Stats stats, Lookups lookups) {
    this.stats = stats;
    this.lookups = lookups;
  }

  /**
   * Compares. The future fails with {@link OverloadedException} if too many comparisons are under
   * way; otherwise it does not fail, and completes by the deadline.
   */
  public Future<SideBySide> compare(CompareQuery query, Deadline deadline) {
    if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
      underWay.decrementAndGet();
      return Future.failedFuture(new OverloadedException("comparisons"));
    }
    return Future.succeededFuture(query)
        .compose(wanted -> ask(wanted, deadline))
        .onComplete(ended -> underWay.decrementAndGet());
  }

  private Future<SideBySide> ask(CompareQuery query, Deadline deadline) {
    Future<CountAnswer<Ledger>> ledger = stats.ledger(deadline.left());
    List<Future<Found>> found =
        query.names().stream().map(name -> find(name, query.measure(), deadline)).toList();
    return Future.all(Stream.concat(found.stream(), Stream.of(ledger)).toList())
        .compose(
            all -> {
              CountAnswer<Ledger> days = ledger.result();
              List<Found> known =
                  days instanceof CountAnswer.Unanswered<Ledger> none
                      ? results(found).stream().map(next -> without(none, next)).toList()
                      : results(found);
              Optional<Day> last = last(known);
              return count(query, known, last, deadline)
                  .map(read -> new Arrangement(query, read, last, ledgerOf(days)));
            })
        .map(Arrangement::sideBySide);
  }

  private static <T> List<T> results(List<Future<T>> futures) {
    return futures.stream().map(Future::result).toList();
  }

  /** Without a ledger nobody knows on which days counting changed, so nothing is compared. */
  private static Found without(CountAnswer.Unanswered<Ledger> ledger, Found found) {
    return found instanceof Found.UpTo known
        ? new Found.Done(new Unanswered(known.project(), ledger.reason()))
        : found;
  }

  private static Ledger ledgerOf(CountAnswer<Ledger> answer) {
    return answer.found().orElseGet(() -> new Ledger(List.of(), List.of()));
  }

  private Future<Found> find(String written, Measure measure, Deadline deadline) {
    Optional<ProjectName> name = ProjectName.parse(written);
    if (name.isEmpty()) {
      return Future.succeededFuture(new Found.Done(new Impossible(written)));
    }
    ProjectName project = name.get();
    Future<CountAnswer<Total>> day = total(project, Window.DAY, measure, deadline);
    Future<CountAnswer<Total>> all = total(project, Window.ALL, measure, deadline);
    return Future.all(day, all)
        .compose(
            both -> {
              if (day.result() instanceof CountAnswer.Counted<Total> counted) {
                return Future.succeededFuture(
                    new Found.UpTo(
                        project, counted.value().basis().days().last(), number(all.result())));
              }
              return day.result() instanceof CountAnswer.Unanswered<Total> none
                  ? Future.succeededFuture(new Found.Done(new Unanswered(project, none.reason())))
                  : exists(project, deadline).map(Found.Done::new);
            });
  }

  private Future<CountAnswer<Total>> total(
      ProjectName project, Window window, Measure measure, Deadline deadline) {
    return stats.total(new TotalQuery(project, window, measure, Filter.NONE), deadline.left());
  }

  private static OptionalLong number(CountAnswer<Total> answer) {
    return answer.found().stream().mapToLong(Total::downloads).findFirst();
  }

  /** A project without downloads: is it new, or a slip of the keyboard? */
  private Future<ComparedProject> exists(ProjectName project, Deadline deadline) {
    return lookups
        .find(ProjectKey.of(project), deadline.left())
        .map(
            answer -> {
              if (answer instanceof Answer.Failed<?>) {
                return new Uncertain(project);
              }
              return answer instanceof Answer.Known<?>
                  ? new WithoutDownloads(project)
                  : new Unknown(project);
            });
  }

  private Future<List<Found>> count(
      CompareQuery query, List<Found> found, Optional<Day> last, Deadline deadline) {
    List<Future<Found>> read =
        found.stream()
            .map(
                next ->
                    next instanceof Found.UpTo known
                        ? series(query, known, last.orElseThrow(), deadline)
                        : Future.succeededFuture(next))
            .toList();
    return Future.all(read).map(all -> results(read));
  }

  /** The last day of the window. */
  private static Optional<Day> last(List<Found> found) {
    List<Day> days =
        found.stream()
            .filter(Found.UpTo.class::isInstance)
            .map(next -> ((Found.UpTo) next).newest())
            .sorted()
            .toList();
    if (days.isEmpty()) {
      return Optional.empty();
    }
    Day newest = days.get(days.size() - 1);
    return days.stream().filter(day -> !day.isBefore(newest.minus(MOST_DAYS_BEHIND))).findFirst();
  }

  private Future<Found> series(CompareQuery query, Found.UpTo known, Day last, Deadline deadline) {
    OptionalInt days = query.window().days();
    Day first = days.isPresent() ? last.minus(2 * days.getAsInt() + MISSING_DAYS) : Day.EARLIEST;
    SeriesQuery question =
        new SeriesQuery(
            new DayRange(first, last), new Split.Nothing(), Interval.DAY, query.measure());
    return stats
        .series(known.project(), question, deadline.left())
        .map(
            answer -> {
              if (answer instanceof CountAnswer.Unanswered<Series> none) {
                return new Found.Done(new Unanswered(known.project(), none.reason()));
              }
              return new Found.Read(known.project(), answer.found(), known.allTime());
            });
  }
}
