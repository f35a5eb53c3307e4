package dev.blazon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestIdTest {

  private static final String FRESH = "[0-9a-v]{12}";

  private final Vertx vertx = Vertx.vertx();
  private final NetClient client = vertx.createNetClient();
  private HttpServer server;

  @BeforeAll
  void start() throws Exception {
    server =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().end("<" + RequestId.of(request) + ">"))
            .listen(0, "127.0.0.1")
            .await(20, TimeUnit.SECONDS);
  }

  @AfterAll
  void stop() throws Exception {
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  private String idOf(String header) throws Exception {
    NetSocket socket = client.connect(server.actualPort(), "127.0.0.1").await(20, TimeUnit.SECONDS);
    Buffer answer = Buffer.buffer();
    socket.handler(answer::appendBuffer);
    Promise<Void> ended = Promise.promise();
    socket.endHandler(ended::complete);
    socket.write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + header + "\r\n");
    ended.future().await(20, TimeUnit.SECONDS);
    String text = answer.toString();
    return text.substring(text.indexOf('<') + 1, text.lastIndexOf('>'));
  }

  @ParameterizedTest
  @CsvSource({"32770", "a", "A-Za_z.0-9", "4bf92f3577b34da6a3ce929d0e0e4736"})
  void a_well_formed_id_is_used(String given) throws Exception {
    assertEquals(given, idOf("X-Request-Id: " + given + "\r\n"));
    assertEquals(given, idOf("x-request-ID: " + given + "\r\n"));
  }

  @ParameterizedTest
  @CsvSource({"''", "a b", "a%0d%0ab", "<script>", "\"", "ä", "a=b", "${jndi}"})
  void anything_else_is_replaced(String given) throws Exception {
    assertTrue(idOf("X-Request-Id: " + given + "\r\n").matches(FRESH));
  }

  @Test
  void an_id_that_is_too_long_or_missing_is_replaced() throws Exception {
    assertEquals("x".repeat(64), idOf("X-Request-Id: " + "x".repeat(64) + "\r\n"));
    assertTrue(idOf("X-Request-Id: " + "x".repeat(65) + "\r\n").matches(FRESH));
    assertTrue(idOf("").matches(FRESH));
  }

  @Test
  void new_ids_differ() {
    Set<RequestId> seen = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      assertTrue(seen.add(RequestId.fresh()));
    }
  }
}
