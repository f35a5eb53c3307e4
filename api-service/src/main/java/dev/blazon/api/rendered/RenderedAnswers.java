package dev.blazon.api.rendered;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.blazon.api.resolve.RequestTarget;
import java.time.Duration;
import java.util.Optional;

/**
 * The cache of rendered answers, bounded in bytes. A fresh answer is sent without any further work;
 * an old one is used when a new one would report a temporary failure. Thread-safe.
 */
public final class RenderedAnswers {

  /** A failure is retried soon, but not by every request of a flood. */
  private static final long FAILURE_FRESH_MILLIS = 1_000;

  private final Cache<RequestTarget, RenderedAnswer> answers;
  private final long freshMillis;

  /**
   * Creates an empty cache.
   *
   * @param maxBytes about what all answers may take in memory
   * @param fresh how long an answer with a fact is sent again without a look-up
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

  /** The cached answer, if it is fresh at that time. */
  public Optional<RenderedAnswer> fresh(RequestTarget target, long nowMillis) {
    RenderedAnswer answer = answers.getIfPresent(target);
    if (answer == null || nowMillis - answer.renderedMillis() >= freshMillis(answer)) {
      return Optional.empty();
    }
    return Optional.of(answer);
  }

  /** The cached answer if it states a fact, however old it is. */
  public Optional<RenderedAnswer> lastKnown(RequestTarget target) {
    return Optional.ofNullable(answers.getIfPresent(target)).filter(a -> a.outcome().isKnown());
  }

  public void put(RequestTarget target, RenderedAnswer answer) {
    answers.put(target, answer);
  }

  private long freshMillis(RenderedAnswer answer) {
    return answer.outcome().isLasting() ? freshMillis : FAILURE_FRESH_MILLIS;
  }
}
