package dev.blazon.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.testing.MutableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private final MutableClock clock = new MutableClock();
  private final RateLimit limit =
      new RateLimit(clock).and(5, Duration.ofSeconds(1)).and(30, Duration.ofMinutes(1));

  @Test
  void a_burst_passes_at_once_and_the_next_request_waits() {
    for (int i = 0; i < 5; i++) {
      assertEquals(Optional.of(Duration.ZERO), limit.reserve(Duration.ofSeconds(1)));
    }
    assertEquals(Optional.of(Duration.ofSeconds(1)), limit.reserve(Duration.ofSeconds(1)));
  }

  @Test
  void a_request_that_would_wait_too_long_is_refused_and_takes_no_token() {
    for (int i = 0; i < 5; i++) {
      limit.reserve(Duration.ZERO);
    }
    assertEquals(Optional.empty(), limit.reserve(Duration.ZERO));
    clock.advance(Duration.ofSeconds(1));
    assertEquals(Optional.of(Duration.ZERO), limit.reserve(Duration.ZERO));
  }

  @Test
  void no_minute_has_more_than_thirty_requests() {
    int passed = 0;
    for (int second = 0; second < 180; second++) {
      for (int i = 0; i < 10; i++) {
        passed += limit.reserve(Duration.ZERO).isPresent() ? 1 : 0;
      }
      clock.advance(Duration.ofSeconds(1));
    }
    assertEquals(90, passed);
  }
}
