package dev.blazon.api.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.stack.SteadyLoad.Answered;
import dev.blazon.api.stack.SteadyLoad.Question;
import dev.blazon.api.stack.Verdict.Kind;
import dev.blazon.testing.Eventually;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that a load misses no answer, and reports how far a request without an answer came. */
@ExtendWith(VertxExtension.class)
class SteadyLoadTest {

  private final List<Boolean> onEventLoop = Collections.synchronizedList(new ArrayList<>());

  /** On another thread an answer could come between two steps, and be missed. */
  @Test
  void sends_on_its_own_event_loop_whatever_the_calling_thread(Vertx vertx) {
    Answered answered = askOnce(vertx, request -> request.response().end("hello"));

    assertTrue(answered.is(Kind.RIGHT), answered::toString);
    assertTrue(onEventLoop.size() >= 3, "created, sent, judged");
    assertFalse(onEventLoop.contains(false), onEventLoop::toString);
  }

  @Test
  void reports_time_and_connection_of_a_request_without_an_answer(Vertx vertx) {
    Answered answered = askOnce(vertx, request -> request.connection().close());

    assertTrue(answered.is(Kind.BROKEN), answered::toString);
    assertTrue(
        answered
            .errand()
            .matches(
                "load-\\d+-1 of 20\\S+Z, connection 127.0.0.1:\\d+:"
                    + " nothing of an answer, then the connection was closed"),
        answered::toString);
  }

  @Test
  void reports_a_request_that_got_a_head_only(Vertx vertx) {
    Answered answered =
        askOnce(
            vertx,
            request ->
                request
                    .response()
                    .putHeader("Content-Length", "5")
                    .writeHead()
                    .onComplete(sent -> request.connection().close()));

    assertTrue(answered.is(Kind.BROKEN), answered::toString);
    assertTrue(answered.errand().contains(": the head of an answer, 200, then"), answered::errand);
  }

  @Test
  void reports_a_request_that_got_a_part_of_the_body(Vertx vertx) {
    Answered answered =
        askOnce(
            vertx,
            request ->
                request
                    .response()
                    .putHeader("Content-Length", "5")
                    .write("hel")
                    .onComplete(sent -> request.connection().close()));

    assertTrue(answered.is(Kind.BROKEN), answered::toString);
    assertTrue(answered.errand().contains("200, and 3 bytes of its body, then"), answered::errand);
  }

  @Test
  void reports_a_request_that_was_never_sent(Vertx vertx) {
    try (SteadyLoad load = SteadyLoad.start(1, 0, this::hello)) {
      Answered answered = load.ask(this::hello).await();

      assertTrue(answered.is(Kind.BROKEN), answered::toString);
      assertTrue(answered.errand().contains("no connection: never sent"), answered::errand);
    }
  }

  /** The same ids are in the logs of the stack's processes. */
  @Test
  void gives_each_request_its_own_id(Vertx vertx) throws TimeoutException {
    List<String> names = Collections.synchronizedList(new ArrayList<>());
    int port =
        serve(
            vertx,
            request -> {
              names.add(request.getHeader("X-Request-Id"));
              request.response().end("hello");
            });
    for (int i = 0; i < 2; i++) {
      try (SteadyLoad load = SteadyLoad.start(port, 0, this::hello)) {
        load.ask(this::hello).await();
        load.ask(this::hello).await();
        load.stop();
        assertEquals(List.of(), load.answers(answer -> !answer.is(Kind.RIGHT)));
      }
    }

    assertEquals(4, names.stream().distinct().count(), names::toString);
    assertTrue(names.stream().allMatch(name -> name.matches("load-\\d+-[12]")), names::toString);
  }

  @Test
  void asks_no_more_while_many_wait(Vertx vertx) throws TimeoutException {
    List<HttpServerRequest> waiting = Collections.synchronizedList(new ArrayList<>());
    int port = serve(vertx, waiting::add);
    try (SteadyLoad load = SteadyLoad.start(port, 1_000, this::hello)) {
      Eventually.eventually(
          vertx, () -> load.now() > 1 && waiting.size() == SteadyLoad.MOST_UNDERWAY);
      waiting.forEach(request -> request.response().end("hello"));
      Eventually.eventually(vertx, () -> waiting.size() > SteadyLoad.MOST_UNDERWAY);
    }
  }

  private Answered askOnce(Vertx vertx, Handler<HttpServerRequest> server) {
    try (SteadyLoad load = SteadyLoad.start(serve(vertx, server), 0, this::hello)) {
      return load.ask(this::hello).await();
    }
  }

  private static int serve(Vertx vertx, Handler<HttpServerRequest> handler) {
    return vertx
        .createHttpServer()
        .requestHandler(handler)
        .listen(0, "127.0.0.1")
        .await()
        .actualPort();
  }

  private Question hello() {
    note();
    return new Question() {
      @Override
      public String sort() {
        return "hello";
      }

      @Override
      public String uri() {
        note();
        return "/hello";
      }

      @Override
      public Verdict judge(int status, Buffer body) {
        note();
        return body.toString().equals("hello") ? Verdict.right("hello") : Verdict.broken("no");
      }
    };
  }

  private void note() {
    onEventLoop.add(Context.isOnEventLoopThread());
  }
}
