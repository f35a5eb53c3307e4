package dev.blazon.service.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.service.Address;
import dev.blazon.service.Readiness;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class AdminServerTest {

  private static final String HOST = "127.0.0.1";

  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AdminServer server =
      AdminServer.open(new Address("BLAZON_ADMIN_PORT", HOST, 0), new Readiness(), metrics);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    server.close();
  }

  private HttpResponse<String> ask(String method, String path) throws Exception {
    URI uri = URI.create("http://" + HOST + ":" + server.port() + path);
    return client.send(
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static String readAll(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketException reset) {
      return "";
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /healthz,    200, ok",
    "HEAD,   /healthz,    200, ''",
    "GET,    /readyz,     503, starting",
    "GET,    /readyz?x=y, 503, starting",
    "HEAD,   /readyz,     503, ''",
    "GET,    /,           404, '/healthz, /readyz, /metrics'",
    "GET,    /healthz/x,  404, '/healthz, /readyz, /metrics'",
    "POST,   /healthz,    405, only GET and HEAD",
    "DELETE, /metrics,    405, only GET and HEAD",
  })
  void answers_the_operator(String method, String path, int status, String body) throws Exception {
    HttpResponse<String> answer = ask(method, path);

    assertEquals(status, answer.statusCode());
    assertEquals(body, answer.body().strip());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
    assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
  }

  @Test
  void metrics_are_whole_and_typed_for_prometheus() throws Exception {
    for (int i = 0; i < 500; i++) {
      metrics.counter("test.counter", "number", Integer.toString(i)).increment();
    }

    HttpResponse<String> answer = ask("GET", "/metrics");

    assertEquals(200, answer.statusCode());
    assertTrue(answer.headers().firstValue("Content-Type").orElseThrow().contains("version=0.0.4"));
    assertEquals(
        500, answer.body().lines().filter(line -> line.startsWith("test_counter_total{")).count());
  }

  @Test
  void a_gauge_that_fails_does_not_hide_the_health() throws Exception {
    Gauge.builder(
            "test.gauge",
            () -> {
              throw new IllegalStateException("broken on purpose");
            })
        .register(metrics);

    assertTrue(List.of(200, 500).contains(ask("GET", "/metrics").statusCode()));
    assertEquals(200, ask("GET", "/healthz").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /healthz HTTP/1.0\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "garbage\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
      })
  void raw_requests_end_and_do_no_harm(String request) throws Exception {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      readAll(socket); // It ends.
    }
    assertEquals(200, ask("GET", "/healthz").statusCode());
  }

  @Test
  void a_head_without_end_is_cut_off_before_it_takes_much_memory() throws Exception {
    byte[] piece = "a".repeat(8192).getBytes(StandardCharsets.US_ASCII);
    long sent = 0;
    try (Socket socket = connect()) {
      socket.getOutputStream().write("GET /".getBytes(StandardCharsets.US_ASCII));
      while (sent < 64 << 20) {
        socket.getOutputStream().write(piece);
        sent += piece.length;
      }
    } catch (SocketException closed) {
      // As it should be.
    }
    assertTrue(sent < 32 << 20, sent + " bytes"); // What fits into the buffers of both sockets.
    assertEquals(200, ask("GET", "/healthz").statusCode());
  }

  @Test
  void slow_requests_are_cut_off_and_then_others_are_answered() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        Socket socket = connect();
        socket.getOutputStream().write("GET /hea".getBytes(StandardCharsets.US_ASCII));
        slow.add(socket);
      }
      for (Socket socket : slow) {
        try (InputStream in = socket.getInputStream()) {
          assertEquals(-1, in.read());
        } catch (SocketException reset) {
          // Another way of closing.
        }
      }
      assertEquals(200, ask("GET", "/healthz").statusCode());
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }
}
