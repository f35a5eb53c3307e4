package dev.blazon.stats;

import dev.blazon.count.Basis;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import dev.blazon.count.Total;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.demand.Arrival;
import dev.blazon.stats.demand.AskedNotes;
import dev.blazon.stats.demand.EmptyProjects;
import dev.blazon.stats.demand.HistoryFetches;
import dev.blazon.stats.query.KnownHistory;
import dev.blazon.stats.source.series.PepyTotal;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers questions about projects that may have to be fetched first: from the store, else from
 * ClickHouse, else from pypistats or pepy (docs/decisions/0028-order-of-sources.md). A project that
 * is known is answered at once, and brought up to date behind the reader's back. Thread-safe.
 */
final class OnDemand {

  /** Nothing of the whole history is counted: it is due at once. */
  static final Day NOTHING = new Day(0);

  /** The share of a reader's time that the whole history has; the rest is for the newest days. */
  private static final double FIRST_SHARE = 0.6;

  /** To read the answer from the store, once it is there. */
  private static final Duration READING = Duration.ofMillis(50);

  private final Reading reading;
  private final HistoryFetches histories;
  private final HistoryFetches newestDays;
  private final Optional<AllTimeTotals> totals;
  private final EmptyProjects empty;
  private final AskedNotes notes;
  private final Clock clock;

  /** How the store is read: off the caller's thread. */
  interface Reading {
    <T> Future<T> read(Function<Database.Opened, T> question);
  }

  /** An answer, and how much is known of the project. */
  private record Found<T>(CountAnswer<T> answer, Optional<KnownHistory> history) {}

  OnDemand(
      Reading reading,
      HistoryFetches histories,
      HistoryFetches newestDays,
      Optional<AllTimeTotals> totals,
      EmptyProjects empty,
      AskedNotes notes,
      Clock clock) {
    this.reading = reading;
    this.histories = histories;
    this.newestDays = newestDays;
    this.totals = totals;
    this.empty = empty;
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * Answers a question.
   *
   * @return fails if the store does
   */
  <T> Future<CountAnswer<T>> answer(ProjectQuestion<T> question, Duration within) {
    TimeLeft time = new TimeLeft(within);
    return find(question).compose(found -> answer(question, found, time));
  }

  private <T> Future<Found<T>> find(ProjectQuestion<T> question) {
    return reading.read(
        open -> {
          Found<T> found =
              new Found<>(
                  question.read().apply(open.queries()),
                  open.queries().history(question.project()));
          found.history().ifPresent(known -> note(question.project(), known));
          return found;
        });
  }

  private void note(ProjectName project, KnownHistory known) {
    notes.asked(
        project.normalized(),
        known.isWhole() ? known.countedTo() : NOTHING,
        Day.at(clock.instant()));
  }

  private <T> Future<CountAnswer<T>> answer(
      ProjectQuestion<T> question, Found<T> found, TimeLeft time) {
    boolean isKnown = found.history().isPresent();
    if (isKnown && found.history().get().isWhole()) {
      return Future.succeededFuture(found.answer());
    }
    if (!isKnown && empty.days(question.project()).isPresent()) {
      return Future.succeededFuture(new CountAnswer.NoDownloads<>(empty.days(question.project())));
    }
    boolean mustWait = !isKnown || ProjectQuestion.lacksHistory(found.answer());
    boolean newestDaysHelp = !isKnown && question.newestDaysHelp();
    boolean totalHelps = totals.isPresent() && question.fromTotal().isPresent();
    Duration patience = newestDaysHelp || totalHelps ? time.share(FIRST_SHARE) : time.left(READING);
    Future<Arrival> fetch =
        histories.fetch(question.project(), mustWait ? patience : Duration.ZERO);
    return mustWait
        ? fetch.compose(arrival -> fetched(question, arrival, newestDaysHelp, isKnown, time))
        : Future.succeededFuture(found.answer());
  }

  private <T> Future<CountAnswer<T>> fetched(
      ProjectQuestion<T> question,
      Arrival arrival,
      boolean newestDaysHelp,
      boolean isKnown,
      TimeLeft time) {
    if (arrival == Arrival.COMPLETE) {
      return read(question);
    }
    Reason reason = reason(arrival, isKnown);
    if (newestDaysHelp) {
      return newestDays
          .fetch(question.project(), time.left(READING))
          .compose(newest -> newest == Arrival.COMPLETE ? read(question) : unanswered(reason));
    }
    if (totals.isPresent() && question.fromTotal().isPresent()) {
      return totals
          .get()
          .find(question.project(), time.left(READING))
          .map(
              total ->
                  total
                      .map(OnDemand::allTime)
                      .map(question.fromTotal().get())
                      .orElseGet(() -> new CountAnswer.Unanswered<>(reason)));
    }
    return unanswered(reason);
  }

  /** Reads an answer that has just been fetched. */
  private <T> Future<CountAnswer<T>> read(ProjectQuestion<T> question) {
    return find(question)
        .map(
            found ->
                found.history().isEmpty()
                    ? new CountAnswer.NoDownloads<>(empty.days(question.project()))
                    : found.answer());
  }

  private static <T> Future<CountAnswer<T>> unanswered(Reason reason) {
    return Future.succeededFuture(new CountAnswer.Unanswered<>(reason));
  }

  /** Of a known project, it is only the rest of its history that is not there. */
  private static Reason reason(Arrival arrival, boolean isKnown) {
    return switch (arrival) {
      case COMPLETE, FAILED -> isKnown ? Reason.UNKNOWN : Reason.FAILED;
      case UNDER_WAY -> Reason.COMING;
      case REFUSED -> Reason.BUSY;
    };
  }

  private static Total allTime(PepyTotal total) {
    DayRange days = new DayRange(PepyTotal.FIRST, total.last());
    return new Total(
        total.downloads(), new Basis(days, days.length(), List.of("pepy"), Measure.ALL, true));
  }
}
