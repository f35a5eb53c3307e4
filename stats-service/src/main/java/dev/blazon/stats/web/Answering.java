package dev.blazon.stats.web;

import dev.blazon.count.CountAnswer;
import dev.blazon.count.wire.AnswerForm;
import dev.blazon.count.wire.Question;
import io.vertx.core.Future;
import java.time.Duration;

/** Answers questions: the stats service as its HTTP interface uses it. Thread-safe. */
@FunctionalInterface
public interface Answering {

  /** Answers a question within a time. */
  Reply<?> ask(Question question, Duration within);

  /**
   * An answer to come.
   *
   * @param form how it is written
   * @param answer completes on the caller's context, within the time; never fails
   * @param <T> the type of the answer
   */
  record Reply<T>(AnswerForm<T> form, Future<CountAnswer<T>> answer) {}
}
