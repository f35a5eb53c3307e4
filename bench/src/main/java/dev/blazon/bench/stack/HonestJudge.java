package dev.blazon.bench.stack;

import dev.blazon.bench.load.Judge;
import dev.blazon.bench.load.LoadRequest;
import dev.blazon.bench.load.Response;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Accepts only badges that state a fact, with one exception, which it counts: pypistats allows 30
 * requests per minute, so at a start with empty caches most download badges say that they are rate
 * limited. Use one object for each load.
 */
final class HonestJudge implements Judge {

  private static final String RATE_LIMITED = "says rate limited";

  private final Judge facts = Judge.ofFacts();
  private final LongAdder rateLimited = new LongAdder();

  @Override
  public Optional<String> fault(LoadRequest request, Response response) {
    Optional<String> fault = facts.fault(request, response);
    if (fault.isPresent() && fault.get().startsWith(RATE_LIMITED)) {
      rateLimited.increment();
      return Optional.empty();
    }
    return fault;
  }

  /** The number of badges that said that they are rate limited. */
  long rateLimited() {
    return rateLimited.sum();
  }
}
