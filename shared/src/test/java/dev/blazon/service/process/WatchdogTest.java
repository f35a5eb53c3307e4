package dev.blazon.service.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.service.Readiness;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the watchdog with a clock of the test's own and loops that run when the test says so. */
class WatchdogTest {

  private static final Duration PERIOD = Duration.ofMillis(500);

  private final Readiness readiness = new Readiness();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<Integer> exits = new ArrayList<>();
  private final StallReports reports =
      new StallReports(readiness, registry, new ProcessEnd(() -> {}, exits::add));
  private final HandLoop first = new HandLoop();
  private final HandLoop second = new HandLoop();
  private long now;
  private final Watchdog watchdog =
      new Watchdog(
          new WatchdogLimits(Duration.ofSeconds(3), Duration.ofSeconds(60)),
          () -> now,
          List.of(new WatchedLoop(first::take), new WatchedLoop(second::take)),
          reports);

  /** An event loop that runs its tasks when the test says so. */
  private static final class HandLoop {
    private final List<Runnable> tasks = new ArrayList<>();
    private boolean ended;

    void take(Runnable task) {
      if (ended) {
        throw new RejectedExecutionException("ended");
      }
      tasks.add(task);
    }

    void run() {
      List<Runnable> due = List.copyOf(tasks);
      tasks.clear();
      due.forEach(Runnable::run);
    }
  }

  @BeforeEach
  void start() {
    readiness.ready();
    watchdog.look();
  }

  /** Lets time pass in the watchdog's usual steps, while only the given loops run. */
  private void pass(Duration time, HandLoop... running) {
    for (long left = time.toNanos(); left > 0; left -= PERIOD.toNanos()) {
      now += PERIOD.toNanos();
      List.of(running).forEach(HandLoop::run);
      watchdog.look();
    }
  }

  private double stalls() {
    return registry.get("blazon.event.loop.stalls").counter().count();
  }

  private double stalledNow() {
    return registry.get("blazon.event.loops.stalled").gauge().value();
  }

  @Test
  void loops_that_move_are_left_alone() {
    pass(Duration.ofMinutes(10), first, second);

    assertEquals(Optional.empty(), readiness.obstacle());
    assertEquals(0, stalls());
    assertEquals(List.of(), exits);
  }

  @Test
  void a_loop_that_stands_still_makes_the_service_unready_after_some_seconds() {
    pass(Duration.ofMillis(2_500), first);
    assertEquals(Optional.empty(), readiness.obstacle());

    pass(Duration.ofSeconds(1), first);

    assertTrue(readiness.obstacle().orElseThrow().endsWith(" stands still"));
    assertEquals(1, stalls());
    assertEquals(1, stalledNow());
  }

  @Test
  void a_loop_that_moves_again_makes_it_ready_again_and_the_stall_stays_counted() {
    pass(Duration.ofSeconds(59), first);
    pass(Duration.ofSeconds(1), first, second);

    assertEquals(Optional.empty(), readiness.obstacle());
    assertEquals(1, stalls());
    assertEquals(0, stalledNow());

    pass(Duration.ofSeconds(59), first);
    assertEquals(2, stalls());
    assertEquals(List.of(), exits, "each stall is measured from its own beginning");
  }

  @Test
  void the_service_is_ready_only_when_every_loop_moves() {
    pass(Duration.ofSeconds(10));
    assertEquals(2, stalledNow());

    pass(Duration.ofSeconds(1), first);

    assertEquals(1, stalledNow());
    assertTrue(readiness.obstacle().isPresent());
  }

  @Test
  void a_loop_that_stands_still_for_too_long_ends_the_process() {
    pass(Duration.ofMillis(59_500), first);
    assertEquals(List.of(), exits);

    pass(PERIOD, first);

    assertEquals(List.of(70), exits);
  }

  @Test
  void time_in_which_the_whole_process_stood_still_does_not_count() {
    for (int i = 0; i < 30; i++) {
      now += Duration.ofHours(1).toNanos(); // SIGSTOP, and SIGCONT an hour later.
      watchdog.look();
      pass(Duration.ofSeconds(1), first, second);
    }

    assertEquals(0, stalls());
    assertEquals(List.of(), exits);
  }

  @Test
  void a_loop_is_found_also_on_a_machine_where_the_watchdog_itself_is_often_late() {
    for (int i = 0; i < 60; i++) {
      now += Duration.ofSeconds(2).toNanos();
      first.run();
      watchdog.look();
    }

    assertEquals(1, stalls());
    assertEquals(List.of(70), exits.stream().distinct().toList());
  }

  @Test
  void a_loop_that_has_ended_does_not_stand_still() {
    first.run();
    second.run();
    first.ended = true;
    second.ended = true;

    pass(Duration.ofMinutes(2));

    assertEquals(0, stalls());
    assertEquals(List.of(), exits);
  }

  @Test
  void a_service_that_stops_says_so_even_when_a_loop_stands_still() {
    readiness.stop();
    pass(Duration.ofSeconds(10));

    assertEquals(Optional.of("stopping"), readiness.obstacle());
  }

  @Test
  void a_service_that_is_not_warm_stays_unready_when_its_loops_move_again() {
    readiness.unready("warming up");
    pass(Duration.ofSeconds(10));
    pass(Duration.ofSeconds(1), first, second);

    assertEquals(Optional.of("warming up"), readiness.obstacle());
  }
}
