package dev.blazon.service.http;

import static dev.blazon.testing.Eventually.eventually;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.service.ByteBudget;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests with real connections; afterwards nothing of the budget may be in use. */
@Timeout(30)
class RequestBodiesTest {

  private static final int BUDGET = 100_000;
  private static final int MOST_BYTES = 40_000;
  private static final int PATIENCE_MILLIS = 10_000;

  private final Vertx vertx = Vertx.vertx();
  private final ByteBudget budget = new ByteBudget("bodies", BUDGET, new SimpleMeterRegistry());
  private final Promise<Void> use = Promise.promise();
  private Future<Void> used = Future.succeededFuture();
  private int port;

  @BeforeEach
  void start() throws Exception {
    RequestBodies bodies =
        new RequestBodies(
            vertx, budget, Duration.ofMillis(500), new ClientErrorCount(new SimpleMeterRegistry()));
    port =
        vertx
            .createHttpServer(new HttpServerOptions().setTcpNoDelay(true))
            .requestHandler(request -> answer(request, bodies))
            .listen(0, "127.0.0.1")
            .await(20, TimeUnit.SECONDS)
            .actualPort();
  }

  private void answer(HttpServerRequest request, RequestBodies bodies) {
    bodies
        .read(request, MOST_BYTES, body -> used.map(done -> body.length()))
        .onSuccess(length -> request.response().end("length " + length))
        .onFailure(
            unread ->
                request
                    .response()
                    .setStatusCode(unread instanceof UnreadBodyException e ? e.status() : 500)
                    .end());
  }

  @AfterEach
  void everything_is_released_and_the_server_stops() throws Exception {
    eventually(vertx, () -> budget.used() == 0);
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({"0, 200", "1, 200", "4096, 200", "4097, 200", "40000, 200", "40001, 413"})
  void a_body_is_read_up_to_the_maximum(int length, int status) throws IOException {
    try (Socket client = post(length, length)) {
      String answer = answer(client);

      assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
      assertTrue(status != 200 || answer.endsWith("length " + length), answer);
    }
  }

  @Test
  void a_body_that_does_not_arrive_in_time_is_answered_408_and_the_connection_ends()
      throws IOException {
    try (Socket client = post(1000, 10)) {
      assertTrue(answer(client).startsWith("HTTP/1.1 408"));
    }
  }

  @Test
  void a_client_that_goes_away_leaves_nothing_behind() throws IOException, TimeoutException {
    try (Socket client = post(1000, 10)) {
      eventually(vertx, () -> budget.used() > 0);
      assertTrue(client.isConnected());
    }
  }

  /** Each of the bodies fits by itself. */
  @Test
  void bodies_that_exceed_the_budget_together_are_answered_503() throws IOException {
    try (Socket one = post(40_000, 39_999);
        Socket other = post(40_000, 39_999);
        Socket third = post(40_000, 39_999)) {
      assertTrue(one.isConnected() && other.isConnected());

      String answer = answer(third);

      assertTrue(answer.startsWith("HTTP/1.1 503"), answer);
      assertTrue(answer.contains("retry-after: 2"), answer);
    }
  }

  @Test
  void a_body_counts_until_it_has_been_used() throws IOException, TimeoutException {
    used = use.future();
    try (Socket client = post(10_000, 10_000)) {
      eventually(vertx, () -> budget.used() >= 20_000);
      use.complete();

      assertTrue(answer(client).startsWith("HTTP/1.1 200"));
    }
  }

  @Test
  void a_body_that_cannot_be_used_is_released_too() throws IOException {
    used = Future.failedFuture("no use");
    try (Socket client = post(10_000, 10_000)) {
      assertTrue(answer(client).startsWith("HTTP/1.1 500"));
    }
  }

  @Test
  void longer_bodies_have_more_time() {
    BodyReader.Deadline deadline = new BodyReader.Deadline(Duration.ofSeconds(5), 128 * 1024);

    assertEquals(5_000, deadline.millis(0));
    assertEquals(6_000, deadline.millis(128 * 1024));
    assertEquals(17_000, deadline.millis(12 * 128 * 1024));
  }

  /** Sends the head of a POST and the first part of its body. */
  private Socket post(int length, int sent) throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
    client.setSoTimeout(PATIENCE_MILLIS);
    OutputStream out = client.getOutputStream();
    String head = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ";
    out.write((head + length + "\r\n\r\n").getBytes(US_ASCII));
    out.write("a".repeat(sent).getBytes(US_ASCII));
    out.flush();
    return client;
  }

  /** All that the server sends until it closes the connection. */
  private static String answer(Socket client) throws IOException {
    return new String(client.getInputStream().readAllBytes(), US_ASCII);
  }
}
