package dev.blazon.bench.stack;

import dev.blazon.bench.load.Judge;
import dev.blazon.bench.load.LoadRequest;
import dev.blazon.bench.load.Response;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Accepts only badges that state a fact, with one exception, which it counts: a project's history
 * that is not there within the reader's time comes later, and until then its badge says so. Use one
 * object for each load.
 */
final class HonestJudge implements Judge {

  private static final String NOT_COUNTED = "says no data yet";

  private final Judge facts = Judge.ofFacts();
  private final LongAdder notCounted = new LongAdder();

  @Override
  public Optional<String> fault(LoadRequest request, Response response) {
    Optional<String> fault = facts.fault(request, response);
    if (fault.isPresent() && fault.get().startsWith(NOT_COUNTED)) {
      notCounted.increment();
      return Optional.empty();
    }
    return fault;
  }

  /** The number of badges that said that there is no number yet. */
  long notCounted() {
    return notCounted.sum();
  }
}
