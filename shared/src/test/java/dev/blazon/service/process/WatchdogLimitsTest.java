package dev.blazon.service.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.blazon.service.InvalidSettingException;
import dev.blazon.service.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchdogLimitsTest {

  private static WatchdogLimits read(String unready, String end) {
    return WatchdogLimits.read(
        new Settings(Map.of("BLAZON_STALL_UNREADY", unready, "BLAZON_STALL_END", end)));
  }

  @Test
  void three_seconds_and_a_minute_are_usual() {
    assertEquals(WatchdogLimits.USUAL, WatchdogLimits.read(new Settings(Map.of())));
  }

  @ParameterizedTest
  @CsvSource({"400ms, 100", "1s, 250", "3s, 500", "1h, 500"})
  void the_watchdog_looks_a_few_times_in_the_shortest_stall(String unready, long millis) {
    assertEquals(Duration.ofMillis(millis), read(unready, "2h").period());
  }

  @ParameterizedTest
  @CsvSource({
    "100ms, 1m,  'BLAZON_STALL_UNREADY=100ms: 200ms at least'",
    "3s,    3s,  'BLAZON_STALL_END=3000ms: longer than BLAZON_STALL_UNREADY is needed'",
    "3s,    1s,  'BLAZON_STALL_END=1000ms: longer than BLAZON_STALL_UNREADY is needed'",
  })
  void limits_that_make_no_sense_are_refused(String unready, String end, String line) {
    assertEquals(
        line, assertThrows(InvalidSettingException.class, () -> read(unready, end)).getMessage());
  }
}
