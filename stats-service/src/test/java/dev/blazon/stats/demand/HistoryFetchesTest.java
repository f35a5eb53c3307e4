package dev.blazon.stats.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.testing.Eventually;
import dev.blazon.testing.MutableClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class HistoryFetchesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Vertx vertx = Vertx.vertx();
  private final MutableClock clock = new MutableClock();
  private final List<Set<ProjectName>> fetched = new CopyOnWriteArrayList<>();

  /** Each fetch takes one permit. */
  private final Semaphore permits = new Semaphore(0);

  private HistoryFetches fetches = fetches(1, 25, 1_000);

  @AfterEach
  void stop() throws Exception {
    fetches.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void a_thousand_readers_of_one_project_share_a_fetch() throws Exception {
    List<Future<Arrival>> readers = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      readers.add(fetches.fetch(name("unseen"), PATIENCE));
    }
    permits.release(1_000);

    for (Future<Arrival> reader : readers) {
      assertEquals(Arrival.COMPLETE, await(reader));
    }
    assertEquals(1, fetched.size());
  }

  @Test
  void projects_that_wait_together_share_a_fetch() throws Exception {
    List<Future<Arrival>> readers = new ArrayList<>();
    readers.add(fetches.fetch(name("first"), PATIENCE));
    Eventually.eventually(vertx, () -> fetched.size() == 1);
    for (int i = 0; i < 60; i++) {
      readers.add(fetches.fetch(name("p" + i), PATIENCE));
    }
    permits.release(100);

    for (Future<Arrival> reader : readers) {
      assertEquals(Arrival.COMPLETE, await(reader));
    }
    assertEquals(List.of(1, 25, 25, 10), fetched.stream().map(Set::size).toList());
  }

  @Test
  void a_reader_goes_on_without_what_takes_too_long_and_the_fetch_goes_on() throws Exception {
    assertEquals(Arrival.UNDER_WAY, await(fetches.fetch(name("slow"), Duration.ofMillis(20))));

    Future<Arrival> later = fetches.fetch(name("slow"), PATIENCE);
    permits.release(10);

    assertEquals(Arrival.COMPLETE, await(later));
    assertEquals(1, fetched.size());
  }

  @Test
  void more_projects_than_may_wait_are_refused_at_once() throws Exception {
    fetches.close();
    fetches = fetches(1, 25, 3);
    fetches.fetch(name("running"), PATIENCE);
    Eventually.eventually(vertx, () -> fetched.size() == 1);
    for (int i = 0; i < 3; i++) {
      assertFalse(fetches.fetch(name("waits-" + i), PATIENCE).isComplete());
    }

    assertEquals(Arrival.REFUSED, await(fetches.fetch(name("one-too-many"), PATIENCE)));
  }

  @Test
  void no_more_fetches_run_than_allowed() throws Exception {
    fetches.close();
    fetches = fetches(2, 1, 100);
    List<Future<Arrival>> readers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      readers.add(fetches.fetch(name("p" + i), PATIENCE));
    }
    Eventually.eventually(vertx, () -> permits.getQueueLength() == 2);
    assertEquals(2, fetched.size());
    permits.release(100);

    for (Future<Arrival> reader : readers) {
      assertEquals(Arrival.COMPLETE, await(reader));
    }
  }

  @ParameterizedTest
  @CsvSource({"UNAVAILABLE, 10", "QUOTA, 900", "DENIED, 900"})
  void a_source_that_fails_is_left_alone_for_a_while(Kind kind, int seconds) throws Exception {
    AtomicBoolean fails = new AtomicBoolean(true);
    failing(kind, fails);
    assertEquals(Arrival.FAILED, await(fetches.fetch(name("a"), PATIENCE)));
    fails.set(false);

    clock.advance(Duration.ofSeconds(seconds - 1));
    assertEquals(Arrival.FAILED, await(fetches.fetch(name("b"), PATIENCE)));
    assertEquals(1, fetched.size());
    clock.advance(Duration.ofSeconds(1));

    assertEquals(Arrival.COMPLETE, await(fetches.fetch(name("b"), PATIENCE)));
  }

  @ParameterizedTest
  @CsvSource({"MALFORMED", "NO_SUCH_DAY"})
  void a_project_without_a_usable_answer_is_left_alone_and_others_are_not(Kind kind)
      throws Exception {
    AtomicBoolean fails = new AtomicBoolean(true);
    failing(kind, fails);
    assertEquals(Arrival.FAILED, await(fetches.fetch(name("a"), PATIENCE)));
    fails.set(false);

    assertEquals(Arrival.COMPLETE, await(fetches.fetch(name("b"), PATIENCE)));
    clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    assertEquals(Arrival.FAILED, await(fetches.fetch(name("a"), PATIENCE)));
    clock.advance(Duration.ofSeconds(1));

    assertEquals(Arrival.COMPLETE, await(fetches.fetch(name("a"), PATIENCE)));
  }

  @Test
  void an_answer_that_one_project_spoils_does_not_harm_the_others() throws Exception {
    fetches.close();
    CountDownLatch begin = new CountDownLatch(1);
    fetches =
        new HistoryFetches(
            vertx,
            "clickhouse",
            new HistoryFetches.Limits(1, 25, 100),
            projects -> {
              begin.await();
              fetched.add(Set.copyOf(projects));
              if (projects.contains(name("spoilt"))) {
                throw new SourceException(Kind.MALFORMED, "a count is negative");
              }
            },
            clock);
    fetches.fetch(name("first"), PATIENCE);
    Future<Arrival> spoilt = fetches.fetch(name("spoilt"), PATIENCE);
    Future<Arrival> good = fetches.fetch(name("good"), PATIENCE);
    begin.countDown();

    assertEquals(Arrival.FAILED, await(spoilt));
    assertEquals(Arrival.COMPLETE, await(good));
  }

  @Test
  void a_mistake_of_ours_fails_its_project_only() throws Exception {
    fetches.close();
    fetches =
        new HistoryFetches(
            vertx,
            "clickhouse",
            new HistoryFetches.Limits(1, 1, 100),
            projects -> {
              if (projects.contains(name("bad"))) {
                throw new IllegalStateException("on purpose");
              }
            },
            clock);

    assertEquals(Arrival.FAILED, await(fetches.fetch(name("bad"), PATIENCE)));
    assertEquals(Arrival.COMPLETE, await(fetches.fetch(name("good"), PATIENCE)));
  }

  @Test
  void closing_ends_what_waits_and_what_runs() throws Exception {
    Future<Arrival> running = fetches.fetch(name("running"), PATIENCE);
    Eventually.eventually(vertx, () -> fetched.size() == 1);
    Future<Arrival> waiting = fetches.fetch(name("waiting"), PATIENCE);

    fetches.close();

    assertEquals(Arrival.FAILED, await(running));
    assertEquals(Arrival.FAILED, await(waiting));
    assertTrue(fetches.fetch(name("late"), PATIENCE).isComplete());
  }

  private void failing(Kind kind, AtomicBoolean fails) {
    fetches.close();
    fetches =
        new HistoryFetches(
            vertx,
            "clickhouse",
            new HistoryFetches.Limits(1, 25, 100),
            projects -> {
              fetched.add(Set.copyOf(projects));
              if (fails.get()) {
                throw new SourceException(kind, "on purpose");
              }
            },
            clock);
  }

  private HistoryFetches fetches(int atOnce, int projectsAtOnce, int waiting) {
    return new HistoryFetches(
        vertx,
        "clickhouse",
        new HistoryFetches.Limits(atOnce, projectsAtOnce, waiting),
        projects -> {
          fetched.add(Set.copyOf(projects));
          permits.acquire();
        },
        clock);
  }

  private static Arrival await(Future<Arrival> future) throws Exception {
    return future.await(30, TimeUnit.SECONDS);
  }

  private static ProjectName name(String text) {
    return ProjectName.parse(text).orElseThrow();
  }
}
