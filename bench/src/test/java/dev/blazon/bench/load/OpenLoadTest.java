package dev.blazon.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
final class OpenLoadTest {

  private static final String SVG = "<svg >…</svg>";

  @Test
  void sends_at_its_rate_and_counts_every_response(Vertx vertx) {
    AtomicInteger number = new AtomicInteger();
    URI server =
        serve(
            vertx,
            request -> {
              boolean miss = number.incrementAndGet() % 11 == 0;
              request.response().putHeader("X-Cache", miss ? "MISS" : "HIT");
              picture(request);
            });

    Tally tally =
        OpenLoad.run(vertx, Plan.of(server, 220), OpenLoadTest::same, Duration.ofSeconds(1))
            .await();

    assertEquals(220, tally.sent());
    assertEquals(220, tally.right());
    assertEquals(220, tally.right("same"));
    assertEquals(0, tally.failed(), tally::toString);
    assertEquals(Map.of("HIT", 200L, "MISS", 20L), tally.caches());
    assertEquals(220, tally.seconds().stream().mapToInt(Second::right).sum());
    assertEquals(1, tally.seconds().size(), "sent within the second that the load lasts");
    assertTrue(tally.millis(50) > 0 && tally.millis(50) <= tally.millis(100), tally::toString);
  }

  @Test
  void a_request_with_a_body_is_posted(Vertx vertx) {
    Set<String> received = Collections.synchronizedSet(new TreeSet<>());
    URI server =
        serve(
            vertx,
            request ->
                request
                    .body()
                    .onSuccess(
                        body -> {
                          received.add(request.method() + " " + body);
                          picture(request);
                        }));
    LoadRequest post = new LoadRequest("same", "/", Optional.of(Buffer.buffer("{}")));

    Tally tally =
        OpenLoad.run(vertx, Plan.of(server, 10), () -> post, Duration.ofSeconds(1)).await();

    assertEquals(10, tally.right(), tally::toString);
    assertEquals(Set.of("POST {}"), received);
  }

  /** The reason for an open load: all readers who came during a pause of the server had to wait. */
  @Test
  void measures_the_waiting_during_a_pause_of_the_server(Vertx vertx) {
    AtomicLong still = new AtomicLong();
    URI server =
        serve(
            vertx,
            request -> {
              still.compareAndSet(0, System.nanoTime());
              long left = 600 - (System.nanoTime() - still.get()) / 1_000_000;
              if (left > 0) {
                vertx.setTimer(left, now -> picture(request));
              } else {
                picture(request);
              }
            });

    Plan one = Plan.of(server, 100).withConnections(1);
    Tally tally = OpenLoad.run(vertx, one, OpenLoadTest::same, Duration.ofSeconds(1)).await();

    assertEquals(0, tally.failed(), tally::toString);
    // Sixty readers came in the first 600 ms and waited 300 ms in the mean; a closed load would
    // have
    // measured one of them.
    assertTrue(tally.millis(70) > 150, () -> "p70 " + tally.millis(70) + " ms, " + tally);
    assertTrue(tally.millis(99) > 500, () -> "p99 " + tally.millis(99) + " ms, " + tally);
  }

  @Test
  void opens_no_more_connections_than_planned(Vertx vertx) {
    AtomicInteger connections = new AtomicInteger();
    URI server =
        serve(
            vertx,
            new HttpServerOptions(),
            connections,
            request -> vertx.setTimer(50, now -> picture(request)));

    Plan few = Plan.of(server, 200).withConnections(3);
    Tally tally = OpenLoad.run(vertx, few, OpenLoadTest::same, Duration.ofMillis(500)).await();

    assertEquals(100, tally.right(), tally::toString);
    assertEquals(3, connections.get());
  }

  @Test
  void counts_failures_by_kind_and_keeps_a_few_examples(Vertx vertx) {
    URI server =
        serve(
            vertx,
            request -> {
              switch (request.path()) {
                case "/down" -> request.response().setStatusCode(503).end();
                case "/cut" -> request.connection().close();
                case "/silent" -> assertTrue(true); // Never answered.
                default -> picture(request);
              }
            });
    AtomicInteger number = new AtomicInteger();
    String[] paths = {"/down", "/cut", "/silent", "/fine"};
    Supplier<LoadRequest> traffic =
        () -> new LoadRequest("any", paths[number.getAndIncrement() % paths.length]);

    Plan plan = Plan.of(server, 40).withTimeout(Duration.ofMillis(300));
    Tally tally = OpenLoad.run(vertx, plan, traffic, Duration.ofSeconds(1)).await();

    assertEquals(40, tally.sent());
    assertEquals(10, tally.right(), tally::toString);
    assertEquals(
        Map.of("status 503", 10L, "HttpClosedException", 10L, "NoStackTraceTimeoutException", 10L),
        tally.failures());
    assertEquals(30, tally.seconds().stream().mapToInt(Second::failed).sum());
    assertEquals(5, tally.examples().size());
    assertTrue(tally.examples().get(0).contains("/down"), () -> tally.examples().get(0));
  }

  @Test
  void names_each_request_and_reports_the_names_of_failed_ones(Vertx vertx) {
    List<String> names = Collections.synchronizedList(new ArrayList<>());
    URI server =
        serve(
            vertx,
            request -> {
              names.add(request.getHeader("X-Request-Id"));
              request.response().setStatusCode(503).end();
            });

    Tally tally =
        OpenLoad.run(vertx, Plan.of(server, 40), OpenLoadTest::same, Duration.ofMillis(100))
            .await();

    assertEquals(Set.of("load-0", "load-1", "load-2", "load-3"), Set.copyOf(names));
    assertEquals(
        Set.of(
            "second 0, /a/b/badge.svg: load-0 got status 503",
            "second 0, /a/b/badge.svg: load-1 got status 503",
            "second 0, /a/b/badge.svg: load-2 got status 503",
            "second 0, /a/b/badge.svg: load-3 got status 503"),
        Set.copyOf(tally.examples()));
  }

  @Test
  void counts_requests_to_a_missing_server_as_failures(Vertx vertx) {
    URI gone = URI.create("http://127.0.0.1:1");

    Tally tally =
        OpenLoad.run(vertx, Plan.of(gone, 50), OpenLoadTest::same, Duration.ofMillis(200)).await();

    assertEquals(10, tally.failed(), tally::toString);
  }

  @Test
  void goes_on_until_it_is_stopped_and_waits_for_requests_under_way(Vertx vertx) throws Exception {
    CountDownLatch some = new CountDownLatch(20);
    AtomicInteger answered = new AtomicInteger();
    URI server =
        serve(
            vertx,
            request -> {
              some.countDown();
              vertx.setTimer(
                  100,
                  later -> {
                    answered.incrementAndGet();
                    picture(request);
                  });
            });

    OpenLoad load = OpenLoad.start(vertx, Plan.of(server, 100), OpenLoadTest::same);
    assertTrue(some.await(10, TimeUnit.SECONDS));
    Tally tally = load.stop().await();

    assertEquals(answered.get(), tally.right());
    assertEquals(tally.sent(), tally.right(), tally::toString);
    assertTrue(load.elapsed().toMillis() >= 200, () -> "" + load.elapsed());
  }

  @Test
  void fails_when_its_traffic_does(Vertx vertx) {
    URI server = serve(vertx, OpenLoadTest::picture);
    Supplier<LoadRequest> broken =
        () -> {
          throw new IllegalStateException("no more");
        };

    var load = OpenLoad.run(vertx, Plan.of(server, 10), broken, Duration.ofSeconds(1));

    assertThrows(IllegalStateException.class, load::await);
  }

  /** Otherwise the thread would wake up later and use an event loop that may be closed by then. */
  @Test
  void leaves_no_waiting_thread_behind(Vertx vertx) throws Exception {
    URI server = serve(vertx, OpenLoadTest::picture);
    OpenLoad load = OpenLoad.start(vertx, Plan.of(server, 0.01), OpenLoadTest::same);

    load.stop().await();

    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("open-load")) {
        thread.join(5_000);
        assertFalse(thread.isAlive());
      }
    }
  }

  @Test
  void understands_compressed_answers(Vertx vertx) {
    URI server =
        serve(
            vertx,
            new HttpServerOptions().setCompressionSupported(true),
            new AtomicInteger(),
            OpenLoadTest::picture);

    Tally tally =
        OpenLoad.run(vertx, Plan.of(server, 20), OpenLoadTest::same, Duration.ofMillis(500))
            .await();

    assertEquals(10, tally.right(), tally::toString);
  }

  private static LoadRequest same() {
    return new LoadRequest("same", "/a/b/badge.svg");
  }

  private static void picture(HttpServerRequest request) {
    request.response().putHeader("Content-Type", "image/svg+xml").end(SVG);
  }

  private static URI serve(Vertx vertx, Handler<HttpServerRequest> handler) {
    return serve(vertx, new HttpServerOptions(), new AtomicInteger(), handler);
  }

  private static URI serve(
      Vertx vertx,
      HttpServerOptions options,
      AtomicInteger connections,
      Handler<HttpServerRequest> handler) {
    int port =
        vertx
            .createHttpServer(options)
            .connectionHandler(connection -> connections.incrementAndGet())
            .requestHandler(handler)
            .listen(0, "127.0.0.1")
            .await()
            .actualPort();
    return URI.create("http://127.0.0.1:" + port);
  }
}
