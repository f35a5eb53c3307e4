package dev.blazon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ByteBudgetTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void takes_all_or_nothing_and_counts_refusals() {
    ByteBudget budget = new ByteBudget("bodies", 10, registry);

    assertTrue(budget.tryTake(7));
    assertFalse(budget.tryTake(4));
    assertTrue(budget.tryTake(3));
    assertFalse(budget.tryTake(1));
    assertFalse(budget.tryTake(Long.MAX_VALUE));
    budget.release(10);

    assertEquals(0, budget.used());
    assertEquals(
        3, registry.get("blazon.budget.refused").tag("budget", "bodies").counter().count());
  }

  @Test
  void a_scrape_shows_what_is_used_even_after_a_garbage_collection() {
    new ByteBudget("bodies", 10, registry).tryTake(7);
    System.gc();

    assertEquals(7, registry.get("blazon.budget.used").tag("budget", "bodies").gauge().value());
    assertEquals(10, registry.get("blazon.budget.limit").tag("budget", "bodies").gauge().value());
  }

  @Test
  void a_share_is_given_back_once_and_takes_nothing_afterwards() {
    ByteBudget budget = new ByteBudget("bodies", 10, registry);
    ByteBudget.Share share = budget.share();
    assertTrue(share.tryTake(4));
    assertTrue(share.tryTake(5));
    assertFalse(share.tryTake(2));
    assertEquals(9, share.taken());

    share.close();
    share.close();

    assertFalse(share.tryTake(1));
    assertEquals(0, budget.used());
  }

  /** Threads take and release as the sizes say; what all hold together never exceeds the limit. */
  @Property(tries = 50)
  void many_threads_never_take_more_than_the_limit_and_leave_nothing(
      @ForAll @IntRange(min = 1, max = 1000) int limit,
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 400) Integer> sizes)
      throws Exception {
    ByteBudget budget = new ByteBudget("bodies", limit, new SimpleMeterRegistry());
    AtomicLong held = new AtomicLong();
    AtomicLong most = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> all = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      all.add(
          threads.submit(
              () -> {
                for (int size : sizes) {
                  if (budget.tryTake(size)) {
                    most.accumulateAndGet(held.addAndGet(size), Math::max);
                    held.addAndGet(-size);
                    budget.release(size);
                  }
                }
              }));
    }
    for (Future<?> one : all) {
      one.get(20, TimeUnit.SECONDS);
    }
    threads.shutdownNow();

    assertTrue(most.get() <= limit, () -> most + " of " + limit);
    assertEquals(0, budget.used());
  }
}
