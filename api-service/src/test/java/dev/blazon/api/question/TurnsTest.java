package dev.blazon.api.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.stats.Deadline;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TurnsTest {

  private static final Deadline LATER = Deadline.in(Duration.ofMinutes(1));

  private final Turns turns = new Turns(2, 3);
  private final List<Promise<Integer>> begun = new ArrayList<>();

  private Future<Integer> take(Deadline deadline) {
    return turns.take(
        deadline,
        () -> {
          Promise<Integer> work = Promise.promise();
          begun.add(work);
          return work.future();
        });
  }

  @Test
  void some_run_some_wait_and_the_rest_is_refused() {
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(take(LATER));
    }

    assertEquals(2, begun.size());
    assertEquals("busy", code(all.get(5)));
    assertFalse(all.get(4).isComplete());
  }

  @Test
  void a_turn_ends_with_its_work_however_that_ends() {
    take(LATER);
    Future<Integer> second = take(LATER);
    take(LATER);
    take(LATER);
    begun.get(0).fail("broken");
    assertEquals(3, begun.size());
    begun.get(1).complete(7);

    assertEquals(4, begun.size());
    assertEquals(7, second.result());
  }

  @Test
  void who_has_waited_too_long_does_not_begin() {
    take(LATER);
    take(LATER);
    Future<Integer> late = take(new Deadline(System.nanoTime() - 1));
    Future<Integer> next = take(LATER);
    begun.get(0).complete(1);

    assertEquals("slow", code(late));
    assertEquals(3, begun.size());
    assertFalse(next.isComplete());
  }

  @Test
  void all_turns_are_free_after_all_work() {
    for (int i = 0; i < 20; i++) {
      Future<Integer> work = take(LATER);
      begun.get(i).complete(i);
      assertTrue(work.succeeded());
    }
  }

  private static String code(Future<?> refused) {
    return assertInstanceOf(RefusedException.class, refused.cause()).refusal().code();
  }
}
