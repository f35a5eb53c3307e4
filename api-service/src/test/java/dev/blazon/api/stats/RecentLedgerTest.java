package dev.blazon.api.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.Ledger;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The ledger that all pages, charts and reports ask for. */
class RecentLedgerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final CountAnswer<Ledger> KNOWN =
      new CountAnswer.Counted<>(new Ledger(List.of(), List.of()));

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void is_asked_for_once_in_some_seconds() {
    RecentLedger stats = answering(() -> Future.succeededFuture(KNOWN));

    for (int i = 0; i < 10; i++) {
      assertSame(KNOWN, stats.ledger(PATIENCE).result());
    }
    assertEquals(1, asked.get());
  }

  @Test
  void readers_at_the_same_time_share_a_question() {
    Promise<CountAnswer<Ledger>> answer = Promise.promise();
    RecentLedger stats = answering(answer::future);
    Future<CountAnswer<Ledger>> first = stats.ledger(PATIENCE);
    Future<CountAnswer<Ledger>> second = stats.ledger(PATIENCE);
    answer.complete(KNOWN);

    assertSame(KNOWN, first.result());
    assertSame(KNOWN, second.result());
    assertEquals(1, asked.get());
  }

  @Test
  void a_failure_is_not_remembered() {
    RecentLedger stats =
        answering(() -> Future.succeededFuture(new CountAnswer.Unanswered<>(Reason.FAILED)));
    stats.ledger(PATIENCE);
    stats.ledger(PATIENCE);

    assertEquals(2, asked.get());
  }

  private RecentLedger answering(Supplier<Future<CountAnswer<Ledger>>> answer) {
    return new RecentLedger(
        (Stats)
            Proxy.newProxyInstance(
                Stats.class.getClassLoader(),
                new Class<?>[] {Stats.class},
                (self, method, arguments) -> {
                  asked.incrementAndGet();
                  return answer.get();
                }));
  }
}
