package dev.blazon.service.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.service.Address;
import dev.blazon.service.Readiness;
import dev.blazon.service.http.CannotListenException;
import dev.blazon.service.http.Listening;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ServiceRuntimeTest {

  private static final String HOST = "127.0.0.1";
  private static final Address ANY_ADMIN_PORT = new Address("BLAZON_ADMIN_PORT", HOST, 0);

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicReference<Promise<String>> slowAnswer = new AtomicReference<>();
  private final Promise<Void> slowRequested = Promise.promise();
  private final Promise<Void> warm = Promise.promise();
  private Future<Void> firstWarming = Future.succeededFuture();
  private final AtomicInteger warmings = new AtomicInteger();

  /** Answers {@code /slow} when the test completes {@link #slowAnswer}, everything else at once. */
  private Future<Service.Running> startAt(Address address, Vertx vertx, MeterRegistry metrics) {
    slowAnswer.set(Promise.promise());
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  metrics.counter("served").increment();
                  if (request.path().equals("/slow")) {
                    slowAnswer.get().future().onSuccess(text -> request.response().end(text));
                    slowRequested.complete();
                  } else {
                    request.response().end("quick");
                  }
                });
    return Listening.on(server, address).map(this::running);
  }

  private Service.Running running(HttpServer server) {
    return new Service.Running() {
      @Override
      public int port() {
        return server.actualPort();
      }

      @Override
      public Future<Void> warmUp() {
        return warmings.incrementAndGet() == 1 ? firstWarming : warm.future();
      }

      @Override
      public Future<Void> stop() {
        return server.shutdown(5, TimeUnit.SECONDS);
      }
    };
  }

  private ServiceRuntime start(Duration drain) throws Exception {
    Address any = new Address("BLAZON_PORT", HOST, 0);
    return ServiceRuntime.start(
            (vertx, metrics, readiness) -> startAt(any, vertx, metrics), ANY_ADMIN_PORT, drain)
        .await(20, TimeUnit.SECONDS);
  }

  private HttpResponse<String> get(int port, String path) throws Exception {
    URI uri = URI.create("http://" + HOST + ":" + port + path);
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void a_started_service_is_healthy_ready_and_counted() throws Exception {
    ServiceRuntime runtime = start(Duration.ZERO);
    try {
      assertEquals("quick", get(runtime.port(), "/").body());
      assertEquals(200, get(runtime.adminPort(), "/healthz").statusCode());
      assertEquals(200, get(runtime.adminPort(), "/readyz").statusCode());
      HttpResponse<String> metrics = get(runtime.adminPort(), "/metrics");
      assertTrue(metrics.body().contains("served_total 1.0"), metrics.body());
      assertTrue(metrics.body().contains("jvm_memory_used_bytes"), metrics.body());
      assertEquals(404, get(runtime.adminPort(), "/").statusCode());
    } finally {
      runtime.stop().await(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_service_that_is_warming_up_answers_but_is_not_ready() throws Exception {
    firstWarming = warm.future();
    ServiceRuntime runtime = start(Duration.ZERO);
    try {
      assertEquals("quick", get(runtime.port(), "/").body());
      HttpResponse<String> cold = get(runtime.adminPort(), "/readyz");
      assertEquals(503, cold.statusCode());
      assertEquals("warming up\n", cold.body());
      assertEquals(200, get(runtime.adminPort(), "/healthz").statusCode());

      warm.complete();

      assertEquals(200, get(runtime.adminPort(), "/readyz").statusCode());
    } finally {
      runtime.stop().await(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void warming_up_that_fails_is_tried_again() throws Exception {
    firstWarming = Future.failedFuture("no fonts");
    ServiceRuntime runtime = start(Duration.ZERO);
    try {
      assertEquals(503, get(runtime.adminPort(), "/readyz").statusCode());

      warm.complete();

      awaitReady(runtime);
      assertEquals(2, warmings.get());
    } finally {
      runtime.stop().await(20, TimeUnit.SECONDS);
    }
  }

  private void awaitReady(ServiceRuntime runtime) throws Exception {
    long begun = System.nanoTime();
    while (get(runtime.adminPort(), "/readyz").statusCode() != 200) {
      assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(20), "never ready");
    }
  }

  @Test
  void a_stopping_service_never_becomes_ready_again() {
    Readiness readiness = new Readiness();
    readiness.ready();

    readiness.stop();
    readiness.ready();
    readiness.unready("warming up");

    assertEquals(Optional.of("stopping"), readiness.obstacle());
    assertTrue(readiness.isStopping());
  }

  @Test
  void a_stopping_service_is_unready_and_answers_requests_under_way() throws Exception {
    ServiceRuntime runtime = start(Duration.ofMillis(500));
    int port = runtime.port();
    URI slow = URI.create("http://" + HOST + ":" + port + "/slow");
    var answer =
        client.sendAsync(
            HttpRequest.newBuilder(slow).build(), HttpResponse.BodyHandlers.ofString());
    slowRequested.future().await(20, TimeUnit.SECONDS);

    Future<Void> stopped = runtime.stop();

    HttpResponse<String> readiness = get(runtime.adminPort(), "/readyz");
    assertEquals(503, readiness.statusCode());
    assertEquals("stopping\n", readiness.body());
    slowAnswer.get().complete("late");
    assertEquals("late", answer.get(20, TimeUnit.SECONDS).body());
    stopped.await(20, TimeUnit.SECONDS);
    assertThrows(ConnectException.class, () -> get(port, "/"));
  }

  @Test
  void a_taken_port_is_named_with_its_variable() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      Address address = new Address("BLAZON_PORT", HOST, taken.getLocalPort());
      Future<ServiceRuntime> start =
          ServiceRuntime.start(
              (vertx, metrics, readiness) -> startAt(address, vertx, metrics),
              ANY_ADMIN_PORT,
              Duration.ZERO);

      Throwable failure = assertThrows(Exception.class, () -> start.await(20, TimeUnit.SECONDS));

      assertInstanceOf(CannotListenException.class, failure);
      assertEquals(
          "BLAZON_PORT=" + taken.getLocalPort() + ": port already in use (127.0.0.1)",
          failure.getMessage());
    }
  }
}
