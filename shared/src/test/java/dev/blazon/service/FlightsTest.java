package dev.blazon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class FlightsTest {

  private final Flights<String, Integer> flights = new Flights<>();
  private final AtomicInteger works = new AtomicInteger();

  @Test
  void callers_at_the_same_time_share_the_work() {
    Promise<Integer> work = Promise.promise();
    Future<Integer> first = flights.join("key", () -> counted(work.future()));
    Future<Integer> second = flights.join("key", () -> counted(work.future()));
    assertFalse(second.isComplete());
    work.complete(7);
    assertEquals(7, first.result());
    assertEquals(7, second.result());
    assertEquals(1, works.get());
  }

  @Test
  void another_key_is_another_flight() {
    Promise<Integer> work = Promise.promise();
    flights.join("one", () -> counted(work.future()));
    flights.join("other", () -> counted(work.future()));
    assertEquals(2, works.get());
  }

  @Test
  void a_call_after_the_end_starts_a_new_flight() {
    flights.join("key", () -> counted(Future.succeededFuture(1)));
    assertEquals(2, flights.join("key", () -> counted(Future.succeededFuture(2))).result());
    assertEquals(2, works.get());
  }

  @Test
  void a_failure_ends_the_flight_for_all_in_it() {
    RuntimeException problem = new IllegalStateException("on purpose");
    Promise<Integer> work = Promise.promise();
    Future<Integer> first = flights.join("key", () -> counted(work.future()));
    Future<Integer> second = flights.join("key", () -> counted(work.future()));
    work.fail(problem);
    assertSame(problem, first.cause());
    assertSame(problem, second.cause());
    assertEquals(3, flights.join("key", () -> Future.succeededFuture(3)).result());
  }

  @Test
  void work_that_throws_ends_the_flight_as_well() {
    RuntimeException problem = new IllegalStateException("on purpose");
    Future<Integer> thrown =
        flights.join(
            "key",
            () -> {
              throw problem;
            });
    assertSame(problem, thrown.cause());
    assertEquals(3, flights.join("key", () -> Future.succeededFuture(3)).result());
  }

  @Test
  void work_can_answer_before_it_has_ended() {
    AtomicReference<Promise<Integer>> early = new AtomicReference<>();
    Promise<Integer> work = Promise.promise();
    Future<Integer> first =
        flights.join(
            "key",
            promise -> {
              early.set(promise);
              return work.future();
            });
    early.get().complete(1);
    assertEquals(1, first.result());
    assertEquals(1, flights.join("key", () -> counted(work.future())).result());
    assertEquals(0, works.get(), "the first flight goes on");
    work.complete(2);
    assertTrue(flights.join("key", () -> counted(work.future())).isComplete());
    assertEquals(1, works.get());
  }

  private Future<Integer> counted(Future<Integer> work) {
    works.incrementAndGet();
    return work;
  }
}
