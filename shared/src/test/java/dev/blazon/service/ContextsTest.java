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

  /** The context of a new verticle, on the next event loop. */
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

  /** Runs the task on a context, and waits for its result. */
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
  void a_result_from_another_context_arrives_on_the_caller_s() {
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
  void a_failure_from_another_context_arrives_on_the_caller_s() {
    Promise<String> task = Promise.promise();

    String message =
        on(
            home,
            () -> {
              Future<String> back = Contexts.resumeOnCaller(task.future());
              elsewhere.runOnContext(turn -> task.fail("broken"));
              return back.transform(
                  (result, problem) ->
                      Future.succeededFuture(problem.getMessage() + " at " + where()));
            });

    assertEquals("broken at home", message);
  }

  private String where() {
    return Vertx.currentContext() == home ? "home" : "another place";
  }

  @Test
  void a_result_on_the_caller_s_context_arrives_at_once() {
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
  void a_result_from_a_worker_thread_arrives_on_the_event_loop() {
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
  void a_result_arrives_on_a_given_context() {
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
  void without_a_context_the_future_itself_is_returned() {
    Future<String> task = Future.succeededFuture("done");

    assertSame(task, Contexts.resumeOnCaller(task));
  }
}
