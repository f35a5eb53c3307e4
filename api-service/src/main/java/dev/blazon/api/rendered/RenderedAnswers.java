package dev.blazon.api.rendered;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.blazon.api.resolve.RequestTarget;
import java.time.Duration;
import java.util.Optional;

/**
 * The answers given before, bounded in bytes. A fresh one ends the way of a request at once; an old
 * one is kept for worse weather. Thread-safe.
 */
public final class RenderedAnswers {

  /** A failure is looked into again soon, but not by every request of a flood. */
  private static final long FAILURE_FRESH_MILLIS = 1_000;

  private final Cache<RequestTarget, RenderedAnswer> answers;
  private final long freshMillis;

  /**
   * No answers yet.
   *
   * @param maxBytes about what all answers may weigh
   * @param fresh how long an answer about a fact is given again without another thought
   */
  public RenderedAnswers(long maxBytes, Duration fresh) {
    this.freshMillis = fresh.toMillis();
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher(
                (RequestTarget target, RenderedAnswer answer) -> target.weight() + answer.weight())
            .build();
  }

  /** The answer given before, if it is fresh at that time. */
  public Optional<RenderedAnswer> fresh(RequestTarget target, long nowMillis) {
    RenderedAnswer answer = answers.getIfPresent(target);
    if (answer == null || nowMillis - answer.renderedMillis() >= freshMillis(answer)) {
      return Optional.empty();
    }
    return Optional.of(answer);
  }

  /** The fact last told under this URL, however old. */
  public Optional<RenderedAnswer> lastKnown(RequestTarget target) {
    return Optional.ofNullable(answers.getIfPresent(target)).filter(a -> a.outcome().isKnown());
  }

  public void keep(RequestTarget target, RenderedAnswer answer) {
    answers.put(target, answer);
  }

  private long freshMillis(RenderedAnswer answer) {
    return answer.outcome().isLasting() ? freshMillis : FAILURE_FRESH_MILLIS;
  }
}
