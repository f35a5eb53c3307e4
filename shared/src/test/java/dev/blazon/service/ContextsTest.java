package dev.blazon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ContextsTest {

  private final Vertx vertx = Vertx.vertx();
  private Context home;
  private Context elsewhere;

  @BeforeEach
  void start() {
    home = ownContext();
    elsewhere = ownContext();
    assertNotSame(home, elsewhere);
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  /** That of a new verticle: on the next event loop in turn. */
  private Context ownContext() {
    Promise<Context> own = Promise.promise();
    vertx
        .deployVerticle(
            new VerticleBase() {
              @Override
              public Future<?> start() {
                own.complete(context);
                return Future.succeededFuture();
              }
            })
        .await();
    return own.future().await();
  }

  /** What came of doing that on a context. */
  private static <T> T on(Context context, Callable<Future<T>> task) {
    Promise<T> done = Promise.promise();
    context.runOnContext(
        turn -> {
          try {
            task.call().onComplete(done);
          } catch (Exception e) {
            done.fail(e);
          }
        });
    return done.future().await();
  }

  @Test
  void what_ends_elsewhere_comes_back_to_the_caller() {
    Promise<String> task = Promise.promise();

    Context here =
        on(
            home,
            () -> {
              Future<String> back = Contexts.resumeOnCaller(task.future());
              elsewhere.runOnContext(turn -> task.complete("done"));
              return back.map(done -> Vertx.currentContext());
            });

    assertSame(home, here);
  }

  @Test
  void so_does_a_failure() {
    Promise<String> task = Promise.promise();

    String told =
        on(
            home,
            () -> {
              Future<String> back = Contexts.resumeOnCaller(task.future());
              elsewhere.runOnContext(turn -> task.fail("broken"));
              return back.transform(
                  (result, problem) ->
                      Future.succeededFuture(problem.getMessage() + " at " + where()));
            });

    assertEquals("broken at home", told);
  }

  private String where() {
    return Vertx.currentContext() == home ? "home" : "another place";
  }

  @Test
  void what_ends_at_home_comes_without_a_detour() {
    boolean atOnce =
        on(
            home,
            () -> {
              Promise<String> task = Promise.promise();
              Future<String> back = Contexts.resumeOnCaller(task.future());
              task.complete("done");
              return Future.succeededFuture(back.isComplete());
            });

    assertTrue(atOnce);
  }

  @Test
  void what_a_worker_ends_for_its_event_loop_comes_on_the_loop() {
    Promise<String> task = Promise.promise();

    Thread thread =
        on(
            home,
            () -> {
              Future<Thread> back =
                  Contexts.resumeOnCaller(task.future()).map(done -> Thread.currentThread());
              vertx.executeBlocking(
                  () -> {
                    task.complete("done");
                    return null;
                  });
              return back;
            });
    Thread loop = on(home, () -> Future.succeededFuture(Thread.currentThread()));

    assertSame(loop, thread);
  }

  @Test
  void a_context_can_be_named() {
    Promise<String> task = Promise.promise();

    Context here =
        on(
            elsewhere,
            () -> {
              Future<Context> back =
                  Contexts.resumeOn(home, task.future()).map(done -> Vertx.currentContext());
              task.complete("done");
              return back;
            });

    assertSame(home, here);
  }

  @Test
  void who_has_no_context_gets_the_result_where_it_ends() {
    Future<String> task = Future.succeededFuture("done");

    assertSame(task, Contexts.resumeOnCaller(task));
  }
}
