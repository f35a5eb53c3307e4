package dev.blazon.stats.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.count.Day;
import dev.blazon.stats.schedule.NightlyImport.Result;
import dev.blazon.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** When a night's import runs; the clock begins at 2026-11-21 00:00. */
final class ScheduleTest {

  private static final Day DAY = Day.of(2026, 11, 20);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final MutableClock clock = new MutableClock();
  private final List<Day> asked = new ArrayList<>();
  private final List<Instant> sinces = new ArrayList<>();
  private final Queue<Result> results = new ArrayDeque<>();
  private int pings;
  private final Schedule schedule =
      new Schedule(
          (newest, since) -> {
            asked.add(newest);
            sinces.add(since);
            return results.isEmpty() ? Result.IMPORTED : results.remove();
          },
          () -> pings++,
          clock);

  @Test
  void a_day_is_imported_once_from_half_past_one() throws Exception {
    schedule.run(); // After a start, the day before may be lacking.
    assertEquals(List.of(DAY.minus(1)), asked);
    run(Duration.ofMinutes(89));
    assertEquals(1, asked.size());
    run(MINUTE);
    assertEquals(List.of(DAY.minus(1), DAY), asked);
    assertEquals(Instant.parse("2026-11-21T01:30:00Z"), sinces.get(1));
    run(Duration.ofHours(23));
    assertEquals(2, asked.size());
    run(Duration.ofHours(1));
    assertEquals(DAY.plus(1), asked.get(2));
    assertEquals(3, pings);
  }

  @Test
  void a_day_that_is_not_there_yet_is_tried_again_every_half_hour() throws Exception {
    clock.advance(Duration.ofHours(2));
    results.addAll(List.of(Result.NOT_YET, Result.FAILED, Result.BUSY, Result.IMPORTED));
    schedule.run();
    run(Duration.ofMinutes(29));
    assertEquals(1, asked.size());
    run(MINUTE);
    assertEquals(2, asked.size());
    run(Duration.ofMinutes(30));
    assertEquals(3, asked.size());
    assertEquals(0, pings);
    run(Duration.ofMinutes(10)); // Another node takes minutes.
    assertEquals(4, asked.size());
    assertEquals(1, pings);
    run(Duration.ofHours(3));
    assertEquals(4, asked.size());
  }

  @Test
  void what_another_node_imported_is_not_pinged_again() throws Exception {
    clock.advance(Duration.ofHours(2));
    results.addAll(List.of(Result.BUSY, Result.UP_TO_DATE));
    schedule.run();
    run(Duration.ofHours(5));
    assertEquals(2, asked.size());
    assertEquals(0, pings);
  }

  @Test
  void a_clock_that_goes_back_repeats_nothing_and_ends_pauses() throws Exception {
    clock.advance(Duration.ofHours(2));
    schedule.run();
    clock.advance(Duration.ofDays(-10));
    run(Duration.ofDays(2));
    assertEquals(List.of(DAY), asked);
    clock.advance(Duration.ofDays(9));
    results.add(Result.FAILED);
    schedule.run();
    assertEquals(List.of(DAY, DAY.plus(1)), asked);
    clock.advance(Duration.ofMinutes(-1));
    schedule.run(); // The pause began in the future, so it does not hold.
    assertEquals(List.of(DAY, DAY.plus(1), DAY.plus(1)), asked);
  }

  /** Looks every minute. */
  private void run(Duration time) throws InterruptedException {
    for (Instant end = clock.instant().plus(time); clock.instant().isBefore(end); ) {
      clock.advance(MINUTE);
      schedule.run();
    }
  }
}
