package dev.blazon.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.testing.MutableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  /** The clock stands at 2026-11-21T00:00:00Z. */
  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "' 7 ', 7",
    "0, 1",
    "999999999999999999999, 10",
    "86400, 600",
    "'Sat, 21 Nov 2026 00:00:30 GMT', 30",
    "'Fri, 20 Nov 2026 00:00:30 GMT', 1",
    "soon, 10",
    "-5, 10",
    ", 10",
  })
  void is_read_as_seconds_or_a_date_between_one_second_and_ten_minutes(
      String header, long seconds) {
    assertEquals(
        Duration.ofSeconds(seconds),
        RetryAfter.parse(Optional.ofNullable(header), new MutableClock()));
  }
}
