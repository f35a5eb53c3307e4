package dev.blazon.bench.stack;

import dev.blazon.bench.load.Answer;
import dev.blazon.bench.load.Judge;
import dev.blazon.bench.load.Wanted;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Every answer must tell a fact, with one exception, which is counted: pypistats allows 30 requests
 * in a minute, so at a start with empty caches most download counts have to wait for their turn,
 * and their badges say so. For one load at a time.
 */
final class HonestJudge implements Judge {

  private static final String WAITS = "says rate limited";

  private final Judge facts = Judge.ofFacts();
  private final LongAdder waiting = new LongAdder();

  @Override
  public Optional<String> fault(Wanted wanted, Answer answer) {
    Optional<String> fault = facts.fault(wanted, answer);
    if (fault.isPresent() && fault.get().startsWith(WAITS)) {
      waiting.increment();
      return Optional.empty();
    }
    return fault;
  }

  /** How many badges said that their numbers have to wait. */
  long waiting() {
    return waiting.sum();
  }
}
