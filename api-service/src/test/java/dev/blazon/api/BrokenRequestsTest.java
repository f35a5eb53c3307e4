package dev.blazon.api;

import static dev.blazon.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.OnEveryJava;
import dev.blazon.api.testing.StubServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that a real process tells errors apart: a client's broken request is answered 4xx or ends
 * its connection, and is counted; only a mistake of ours is an internal error.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@OnEveryJava
@Tag("once")
@Timeout(60)
class BrokenRequestsTest {

  private static final String BADGE = "GET /badge/a-b-red.svg HTTP/1.1\r\nHost: x\r\n";
  private static final String FORM = "POST /repair HTTP/1.1\r\nHost: x\r\n";
  private static final String CHUNKS = "Transfer-Encoding: chunked\r\n\r\n";
  private static final int PATIENCE_MILLIS = 20_000;

  private final Vertx vertx = Vertx.vertx();
  private StubServer pypi;
  private ServiceProcess api;
  private HttpAsker admin;

  @BeforeAll
  void start(@TempDir Path folder) throws TimeoutException {
    pypi = StubServer.start(vertx);
    pypi.answerEverything(Behaviour.hang());
    api =
        ServiceProcess.apiThatObeys(
            folder, Map.of("BLAZON_DRAIN", "0s", "BLAZON_PYPI_URL", pypi.url().toString()));
    admin = new HttpAsker(api.adminPort());
    eventually(vertx, () -> admin.get("/readyz").status() == 200);
  }

  @AfterAll
  void stop() throws TimeoutException {
    admin.close();
    api.close();
    pypi.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  private double metric(String name) {
    return admin.get("/metrics").metric(name);
  }

  private double clientErrors(String kind) {
    return metric("blazon_client_errors_total{kind=\"" + kind + "\"}");
  }

  private void assertNoInternalError() {
    assertEquals(0, metric("blazon_errors_total"));
    assertFalse(
        api.said().stream().anyMatch(line -> line.contains("cannot-happen")), api.said()::toString);
  }

  private Socket send(String request) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  /** The answer until the server closes the connection. */
  private static String answer(Socket socket) throws IOException {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[8192];
    try {
      for (int read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
        text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
      }
    } catch (SocketException reset) {
      // What was read before is the answer.
    }
    return text.toString();
  }

  @Order(1)
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "form  | zz\\r\\nabc\\r\\n0\\r\\n\\r\\n",
        "form  | -5\\r\\nabc\\r\\n0\\r\\n\\r\\n",
        "form  | fffffffffffffffff\\r\\nabc\\r\\n0\\r\\n\\r\\n",
        "form  | 5\\r\\nreadm\\r\\nzz\\r\\nabc\\r\\n0\\r\\n\\r\\n",
        "form  | 5\\r\\nreadmXXabc\\r\\n0\\r\\n\\r\\n",
        "error | zz\\r\\nabc\\r\\n0\\r\\n\\r\\n",
      })
  void a_malformed_chunk_is_answered_400(String where, String chunks) throws IOException {
    double before = clientErrors("body_broken");
    String head = where.equals("form") ? FORM : FORM.replace("/repair", "/api/client-errors");
    try (Socket socket = send(head + CHUNKS + chunks.replace("\\r\\n", "\r\n"))) {
      String answer = answer(socket);

      assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    }
    assertEquals(before + 1, clientErrors("body_broken"));
    assertNoInternalError();
  }

  @Order(1)
  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 1000\r\n\r\nreadme=abc", CHUNKS + "5\r\nread"})
  void a_body_that_breaks_off_is_counted_and_not_logged(String rest)
      throws IOException, TimeoutException {
    double before = clientErrors("body_broken");
    for (boolean reset : new boolean[] {false, true}) {
      try (Socket socket = send(FORM + rest)) {
        socket.setSoLinger(reset, 0);
      }
    }
    eventually(vertx, () -> clientErrors("body_broken") == before + 2);
    assertNoInternalError();
  }

  @Order(1)
  @ParameterizedTest
  @CsvSource({
    "malformed,        400",
    "url_too_long,     414",
    "headers_too_long, 431",
    "ambiguous_body,   400",
    "body_too_long,    413"
  })
  void what_is_no_request_is_answered_4xx_and_counted(String kind, int status) throws IOException {
    double before = clientErrors(kind);
    String request =
        switch (kind) {
          case "malformed" -> " /badge HTTP/1.1\r\nHost: x\r\n\r\n";
          case "url_too_long" -> "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n";
          case "headers_too_long" -> BADGE + "X: " + "a".repeat(40_000) + "\r\n\r\n";
          case "ambiguous_body" -> BADGE + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n";
          default ->
              FORM.replace("/repair", "/api/client-errors")
                  + "Content-Length: 60000\r\n\r\n"
                  + "a".repeat(60_000);
        };
    try (Socket socket = send(request)) {
      String answer = answer(socket);

      assertTrue(answer.matches("(?s)HTTP/1\\.[01] " + status + " .*"), answer);
    }
    assertEquals(before + 1, clientErrors(kind));
    assertNoInternalError();
  }

  @Order(1)
  @Test
  void a_slow_body_is_answered_408() throws IOException {
    double before = clientErrors("body_too_slow");
    try (Socket socket = send(FORM + "Content-Length: 1000\r\n\r\nreadme=")) {
      String answer = answer(socket);

      assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
    }
    assertEquals(before + 1, clientErrors("body_too_slow"));
    assertNoInternalError();
  }

  @Order(1)
  @Test
  void a_slow_head_ends_its_connection() throws IOException, TimeoutException {
    double before = clientErrors("head_too_slow");
    try (Socket socket = send(BADGE + "X-Slow: ")) {
      assertEquals("", answer(socket));
    }
    eventually(vertx, () -> clientErrors("head_too_slow") == before + 1);
    assertNoInternalError();
  }

  /** PyPI does not answer, so the requests are under way when their connections are reset. */
  @Order(1)
  @Test
  void requests_whose_clients_go_away_are_counted_and_not_logged()
      throws IOException, TimeoutException {
    double before = clientErrors("aborted");
    for (int i = 0; i < 20; i++) {
      try (Socket socket = send("GET /version/gone" + i + "/badge HTTP/1.1\r\nHost: x\r\n\r\n")) {
        socket.setSoLinger(i % 2 == 0, 0);
        int count = i + 1;
        eventually(vertx, () -> pypi.requests() >= count);
      }
    }
    eventually(vertx, () -> clientErrors("aborted") == before + 20);
    assertNoInternalError();
  }

  @Order(2)
  @Test
  void a_mistake_of_ours_is_counted_and_stays_counted_when_garbage_was_collected()
      throws TimeoutException {
    api.tell("collect");
    api.tell("fail");
    api.tell("collect");
    eventually(
        vertx, () -> api.said().stream().anyMatch(line -> line.contains("a mistake on purpose")));
    api.tell("collect");

    eventually(vertx, () -> metric("blazon_errors_total") == 1);
    assertTrue(
        api.said().stream().anyMatch(line -> line.contains("cannot-happen uncaught exception")),
        api.said()::toString);
    assertTrue(metric("blazon_ready") == 1, "the gauges are still there, too");
  }
}
