package dev.blazon.stats.web;

import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.wire.AnswerForm;
import dev.blazon.count.wire.StatsExchange;
import dev.blazon.service.BoundedWorkers;
import dev.blazon.service.ByteBudget;
import dev.blazon.service.OverloadedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/**
 * Writes answers as bytes. Those of a badge take microseconds; a long series takes milliseconds,
 * and is written on a worker thread. Long answers stay within one budget of memory. Thread-safe.
 */
final class AnswerWriter {

  /** More numbers would hold up an event loop for more than a tenth of a millisecond. */
  private static final int SHORT = 2_000;

  private static final int THREADS = 2;

  /** As many may wait as the budget has room for, and a few more, which are refused. */
  private static final int WAITING = 64;

  /** The longest two answers, or a dozen of large projects. */
  private static final long MEMORY = 32L << 20;

  /** A number takes 8 bytes in the answer, and fewer than 8 as text. */
  private static final long BYTES_A_NUMBER = 16;

  private final BoundedWorkers workers;
  private final ByteBudget budget;

  AnswerWriter(Vertx vertx, MeterRegistry metrics) {
    this.workers = new BoundedWorkers(vertx, "stats-answers", THREADS, WAITING, metrics);
    this.budget = new ByteBudget("stats-answers", MEMORY, metrics);
  }

  /**
   * A written answer.
   *
   * @param word what it is, for the log
   * @param memory closed when the bytes are sent
   */
  record Written(String word, Buffer body, ByteBudget.Share memory) {}

  /** An answer is longer than its reader would accept. */
  static final class TooLongException extends RuntimeException {
    private TooLongException(String length, int allowed) {
      super(
          "from, to, by: the answer has "
              + length
              + "; allowed: "
              + allowed
              + ", so ask for fewer days or versions, or a longer interval",
          null,
          false,
          false);
    }
  }

  /**
   * Writes an answer; without room for it, that the service is busy.
   *
   * @return fails with {@link TooLongException}
   */
  <T> Future<Written> write(AnswerForm<T> form, CountAnswer<T> answer) {
    int numbers = form.numbers(answer);
    if (numbers > StatsExchange.MOST_NUMBERS) {
      return Future.failedFuture(
          new TooLongException(numbers + " numbers", StatsExchange.MOST_NUMBERS));
    }
    ByteBudget.Share memory = budget.share();
    if (numbers <= SHORT) {
      return Future.succeededFuture(written(form, answer, memory));
    }
    if (!memory.tryTake(numbers * BYTES_A_NUMBER)) {
      return Future.succeededFuture(busy(form, memory));
    }
    return workers
        .run(() -> written(form, answer, memory))
        .onFailure(problem -> memory.close())
        .recover(
            problem ->
                problem instanceof OverloadedException
                    ? Future.succeededFuture(busy(form, memory))
                    : Future.failedFuture(problem));
  }

  private static <T> Written busy(AnswerForm<T> form, ByteBudget.Share memory) {
    return written(form, new CountAnswer.Unanswered<>(Reason.BUSY), memory);
  }

  private static <T> Written written(
      AnswerForm<T> form, CountAnswer<T> answer, ByteBudget.Share memory) {
    byte[] body = form.write(answer);
    if (body.length > StatsExchange.LONGEST_ANSWER) {
      throw new TooLongException(body.length + " bytes", StatsExchange.LONGEST_ANSWER);
    }
    return new Written(AnswerForm.word(answer), Buffer.buffer(body), memory);
  }

  /** Ends the threads. */
  Future<Void> close() {
    return workers.close();
  }
}
