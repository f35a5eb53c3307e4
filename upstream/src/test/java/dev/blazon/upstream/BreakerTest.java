package dev.blazon.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.testing.MutableClock;
import dev.blazon.upstream.Fetched.Trouble;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private static final Optional<Trouble> UNREACHABLE = Optional.of(Trouble.UNREACHABLE);
  private final MutableClock clock = new MutableClock();
  private final Breaker breaker = new Breaker(clock);

  @Test
  void some_failures_between_successes_do_not_open_it() {
    for (int i = 0; i < 20; i++) {
      breaker.failed();
      breaker.failed();
      breaker.succeeded();
    }
    assertEquals(Optional.empty(), breaker.refusal());
    assertFalse(breaker.isOpen());
  }

  @Test
  void after_five_failures_in_a_row_one_request_at_a_time_is_let_through_after_a_growing_pause() {
    fail(5);
    assertEquals(UNREACHABLE, breaker.refusal());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), breaker.refusal());
    assertEquals(UNREACHABLE, breaker.refusal());
    breaker.failed();
    clock.advance(Duration.ofSeconds(1));
    assertEquals(UNREACHABLE, breaker.refusal());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), breaker.refusal());
    breaker.succeeded();
    assertEquals(Optional.empty(), breaker.refusal());
    assertFalse(breaker.isOpen());
  }

  @Test
  void the_pause_is_two_seconds_at_most() {
    fail(5);
    for (int i = 0; i < 20; i++) {
      clock.advance(Duration.ofSeconds(2));
      assertEquals(Optional.empty(), breaker.refusal());
      breaker.failed();
    }
  }

  @Test
  void a_pause_that_the_upstream_asked_for_is_respected() {
    breaker.hold(Duration.ofSeconds(60));
    assertEquals(Optional.of(Trouble.RATE_LIMITED), breaker.refusal());
    assertTrue(breaker.isOpen());
    clock.advance(Duration.ofSeconds(60));
    assertEquals(Optional.empty(), breaker.refusal());
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.failed();
    }
  }
}
