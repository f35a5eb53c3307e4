package dev.blazon.service.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.service.Address;
import dev.blazon.service.Readiness;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests a whole port over real sockets. */
class HttpFaceTest {

  private static final int PATIENCE_MILLIS = 20_000;

  private static final HttpLimits LIMITS =
      new HttpLimits(10, 4 * 1024, 8 * 1024, 1024, HttpMemory.SMALL);

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  /** More than Netty's handler of WebSocket extensions accepts. */
  @Test
  void a_long_pipeline_is_answered_to_its_end() throws Exception {
    int port = open();
    int requests = 1_000;

    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String head = "GET / HTTP/1.1\r\nHost: x\r\n";
      String raw = (head + "\r\n").repeat(requests - 1) + head + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(raw.getBytes(US_ASCII));

      assertEquals(requests, answers(socket));
    }
  }

  private static long answers(Socket socket) throws IOException {
    String received = new String(socket.getInputStream().readAllBytes(), US_ASCII);
    return received.lines().filter("HTTP/1.1 200 OK"::equals).count();
  }

  private int open() throws Exception {
    HttpFace.Port port = new HttpFace.Port("service", new Address("", "127.0.0.1", 0), 1, LIMITS);
    return HttpFace.open(
            vertx,
            port,
            new Readiness(),
            new SimpleMeterRegistry(),
            () -> request -> vertx.setTimer(1, late -> request.response().end()))
        .await(20, TimeUnit.SECONDS)
        .port();
  }
}
