package dev.blazon.service.http;

import static dev.blazon.testing.Eventually.eventually;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.service.Address;
import dev.blazon.service.Readiness;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests with real connections to one port; afterwards nothing of its budgets may be in use. */
@Timeout(60)
class ConnectionMemoryTest {

  private static final int PATIENCE_MILLIS = 20_000;
  private static final int HEADS = 256 * 1024;
  private static final int ANSWERS = 1 << 20;

  /** More than the kernel takes for a connection whose client does not read. */
  private static final Buffer LONG_ANSWER = Buffer.buffer(new byte[512 * 1024]);

  private final Vertx vertx = Vertx.vertx();
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final Promise<Void> late = Promise.promise();
  private final List<Socket> clients = new ArrayList<>();
  private HttpFace face;

  @BeforeEach
  void start() throws Exception {
    HttpLimits limits = new HttpLimits(1000, 4096, 16 * 1024, 1024, new HttpMemory(HEADS, ANSWERS));
    face =
        HttpFace.open(
                vertx,
                new HttpFace.Port("service", new Address("TEST", "127.0.0.1", 0), 1, limits),
                new Readiness(),
                registry,
                () -> this::answer)
            .await(20, TimeUnit.SECONDS);
  }

  private void answer(HttpServerRequest request) {
    Future<Void> when =
        request.path().startsWith("/late") ? late.future() : Future.succeededFuture();
    Buffer body = request.path().equals("/long") ? LONG_ANSWER : Buffer.buffer("answered");
    when.onSuccess(now -> request.response().end(body));
  }

  @AfterEach
  void everything_is_released_and_the_server_stops() throws Exception {
    late.tryComplete();
    for (Socket client : clients) {
      client.close();
    }
    eventually(vertx, () -> used("heads") == 0 && used("answers") == 0);
    face.close().await(20, TimeUnit.SECONDS);
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  @Test
  void a_request_that_is_answered_at_once_takes_nothing() throws IOException {
    Socket client = send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");

    assertTrue(line(client).startsWith("HTTP/1.1 200"));
    assertEquals(0, used("heads"));
    assertEquals(0, refused("heads"));
  }

  @Test
  void an_incomplete_head_takes_twice_its_bytes_and_a_buffer() throws Exception {
    String head = "GET / HTTP/1.1\r\nX: ";
    send(head + "a".repeat(1000));

    // The first line is decoded, and the bytes of the second are in a buffer that may have grown.
    eventually(vertx, () -> used("heads") == 1024 + 16 + 2 * 1003);
  }

  /** Each head could become a valid one, and only their sum is too much. */
  @Test
  void incomplete_heads_have_one_budget_and_the_oldest_makes_room() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      slow.add(send("GET / HTTP/1.1\r\nX: " + "a".repeat(14_000)));
    }

    assertTrue(isClosed(slow.get(0)));
    Socket honest = send("GET / HTTP/1.1\r\nHos");
    eventually(vertx, () -> refused("heads") > 10);
    honest.getOutputStream().write("t: x\r\n\r\n".getBytes(US_ASCII));

    assertTrue(line(honest).startsWith("HTTP/1.1 200"));
    assertTrue(used("heads") <= HEADS, () -> used("heads") + " bytes");
  }

  @Test
  void short_headers_count_for_more_than_their_bytes() throws Exception {
    send("GET / HTTP/1.1\r\n" + "a:b\r\n".repeat(100));

    eventually(vertx, () -> used("heads") > 100 * 160);
  }

  @Test
  void a_request_with_too_many_headers_is_refused() throws IOException {
    Socket most = send("GET / HTTP/1.1\r\nHost: x\r\n" + "a: b\r\n".repeat(127) + "\r\n");
    Socket more = send("GET / HTTP/1.1\r\nHost: x\r\n" + "a: b\r\n".repeat(128) + "\r\n");

    assertTrue(line(most).startsWith("HTTP/1.1 200"));
    assertTrue(line(more).startsWith("HTTP/1.1 431"));
  }

  @Test
  void a_request_counts_until_it_is_answered_and_so_do_those_sent_in_advance() throws Exception {
    Socket client = send("GET /late HTTP/1.1\r\nHost: x\r\n\r\n".repeat(3));

    int one = 512 + 31 + 160;
    eventually(vertx, () -> used("heads") == 3 * one);
    late.complete();

    assertTrue(line(client).startsWith("HTTP/1.1 200"));
    eventually(vertx, () -> used("heads") == 0);
  }

  /** Vert.x holds what arrives behind a request that has no answer yet. */
  @Test
  void requests_sent_in_advance_have_the_same_budget() throws Exception {
    for (int i = 0; i < 20; i++) {
      send(
          "GET /late HTTP/1.1\r\nHost: x\r\n\r\n"
              + "GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(200));
    }

    eventually(vertx, () -> refused("heads") > 0);
    assertTrue(used("heads") <= HEADS, () -> used("heads") + " bytes");
  }

  @Test
  void a_body_sent_in_advance_counts() throws Exception {
    send(
        "GET /late HTTP/1.1\r\nHost: x\r\n\r\nPOST /late HTTP/1.1\r\nHost: x\r\nContent-Length:"
            + " 1000\r\n\r\n"
            + "a".repeat(1000));

    eventually(vertx, () -> used("heads") > 2 * 512 + 1000);
  }

  @Test
  void answers_that_are_not_taken_have_one_budget_and_the_oldest_makes_room() throws Exception {
    Socket first = send("GET /long HTTP/1.1\r\nHost: x\r\n\r\n".repeat(50));
    eventually(vertx, () -> used("answers") > 0);
    for (int i = 0; i < 20; i++) {
      send("GET /long HTTP/1.1\r\nHost: x\r\n\r\n".repeat(50));
    }

    eventually(vertx, () -> refused("answers") > 0);
    assertTrue(isClosed(first));
    assertTrue(used("answers") <= ANSWERS, () -> used("answers") + " bytes");
    assertTrue(line(send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 200"));
  }

  /** The limits are those of the service: 10 s. */
  @Test
  void a_slow_head_on_a_used_connection_is_closed_and_so_is_a_client_that_does_not_read()
      throws Exception {
    Socket slow = send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    assertTrue(line(slow).startsWith("HTTP/1.1 200"));
    slow.getOutputStream().write("GET / HT".getBytes(US_ASCII));
    send("GET /long HTTP/1.1\r\nHost: x\r\n\r\n".repeat(50));
    eventually(vertx, () -> used("heads") > 0 && used("answers") > 0);

    long begun = System.nanoTime();
    eventually(vertx, () -> used("heads") == 0 && used("answers") == 0);

    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
    assertTrue(seconds >= 8, () -> "already after " + seconds + " s");
    assertTrue(isClosed(slow));
  }

  private double used(String budget) {
    return registry.get("blazon.budget.used").tag("budget", budget).gauge().value();
  }

  private double refused(String budget) {
    return registry.get("blazon.budget.refused").tag("budget", budget).counter().count();
  }

  /** Sends the text on a new connection, whose client takes little in advance. */
  private Socket send(String text) throws IOException {
    Socket client = new Socket();
    clients.add(client);
    client.setReceiveBufferSize(4096);
    client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), face.port()));
    client.setSoTimeout(PATIENCE_MILLIS);
    try {
      client.getOutputStream().write(text.getBytes(US_ASCII));
    } catch (SocketException e) {
      return client; // Closed before everything was sent, as some of these tests want.
    }
    return client;
  }

  private static String line(Socket client) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = client.getInputStream().read(); c >= 0 && c != '\r'; c = read(client)) {
      line.append((char) c);
    }
    return line.toString();
  }

  private static int read(Socket client) throws IOException {
    return client.getInputStream().read();
  }

  private static boolean isClosed(Socket client) {
    try {
      while (client.getInputStream().read(new byte[16 * 1024]) >= 0) {
        // What was sent before the connection was closed.
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true; // Reset.
    }
  }
}
