package dev.blazon.count;

import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a question about download counts. A failure is a value, since a badge shows it
 * too.
 *
 * @param <T> the type of the answer
 */
public sealed interface CountAnswer<T> {

  /** The answer. */
  record Counted<T>(T value) implements CountAnswer<T> {}

  /**
   * The project has no downloads.
   *
   * @param days on which it certainly had none; empty if no day of it is known
   */
  record NoDownloads<T>(Optional<DayRange> days) implements CountAnswer<T> {}

  /** There is no answer now. */
  record Unanswered<T>(Reason reason) implements CountAnswer<T> {}

  /** Why there is no answer. */
  enum Reason {
    /** The operator has switched counting off. */
    OFF,
    /** The history of the project is being fetched, and will be there later. */
    COMING,
    /** Too many others wait. */
    BUSY,
    /** No answer within the reader's time. */
    SLOW,
    /** The store or the source failed. */
    FAILED,
    /** The source of the project's counts does not know this, such as its versions. */
    UNKNOWN
  }

  /** The answer; empty if there is none. */
  default Optional<T> found() {
    return this instanceof Counted<T> counted ? Optional.of(counted.value) : Optional.empty();
  }

  /** The same answer with another value. */
  default <U> CountAnswer<U> map(Function<? super T, ? extends U> change) {
    if (this instanceof Counted<T> counted) {
      return new Counted<>(change.apply(counted.value()));
    }
    return this instanceof NoDownloads<T> none
        ? new NoDownloads<>(none.days())
        : new Unanswered<>(((Unanswered<T>) this).reason());
  }
}
