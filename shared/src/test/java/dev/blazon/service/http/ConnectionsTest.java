package dev.blazon.service.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests with real connections, and shorter time limits than the service has. */
class ConnectionsTest {

  private static final Duration UNLIMITED = Duration.ofHours(1);

  /** More than a kernel's buffers hold for one connection. */
  private static final long MOST_BYTES = 128 << 20;

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  /** 512 descriptors are reserved for other uses. */
  @ParameterizedTest
  @CsvSource({
    "12000, 1048576, 12000",
    "12000, 12512,   12000",
    "12000, 12511,   11999",
    "12000, 1024,    512",
    "12000, 100,     16",
    "2,     1048576, 2",
  })
  void the_limit_leaves_descriptors_for_other_files(int wanted, long files, int most) {
    assertEquals(
        most, ConnectionLimit.of("service", wanted, files, new SimpleMeterRegistry()).most());
  }

  @Test
  void a_connection_with_a_slow_first_request_is_closed() throws IOException {
    int port = serve(1, Duration.ofMillis(500), UNLIMITED);

    try (Socket slow = connect(port)) {
      long start = System.nanoTime();
      assertTrue(dripUntilClosed(slow), "still open");
      long millis = (System.nanoTime() - start) / 1_000_000;
      assertTrue(millis > 400, () -> "already after " + millis + " ms");
    }
    assertServed(port);
  }

  @Test
  void a_connection_with_a_slow_later_request_is_closed() throws IOException {
    int port = serve(1, UNLIMITED, Duration.ofMillis(500));

    try (Socket slow = connect(port)) {
      assertEquals("HTTP/1.1 200 OK", request(slow));
      assertTrue(dripUntilClosed(slow), "still open");
    }
    assertServed(port);
  }

  /** The unread answers fill all buffers, so the server cannot notice a client that is gone. */
  @Test
  void a_connection_whose_client_never_reads_is_closed() throws IOException {
    int port = serve(1, UNLIMITED, Duration.ofMillis(500));

    try (SocketChannel silent =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
      silent.configureBlocking(false);
      ByteBuffer requests =
          ByteBuffer.wrap("GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(100_000).getBytes(US_ASCII));
      long taken = 0;
      try {
        for (int stuck = 0; stuck < 1_000 && taken < MOST_BYTES; ) {
          requests.rewind();
          int written = silent.write(requests);
          taken += written;
          stuck = written == 0 ? stuck + 1 : 0;
        }
      } catch (IOException e) {
        // The server has closed the connection already.
      }
      assertTrue(taken < MOST_BYTES, "the server keeps reading");

      assertServed(port); // Only one connection is allowed.
    }
  }

  @Test
  void a_connection_with_regular_requests_stays_open() throws IOException {
    int port = serve(1, Duration.ofMillis(1_500), Duration.ofMillis(1_500));

    try (Socket busy = connect(port)) {
      long end = System.nanoTime() + 4_000_000_000L;
      while (System.nanoTime() < end) {
        assertEquals("HTTP/1.1 200 OK", request(busy));
      }
    }
  }

  @Test
  void a_closed_connection_makes_room_for_another() throws IOException {
    int port = serve(2, UNLIMITED, UNLIMITED);

    for (int i = 0; i < 20; i++) {
      assertServed(port);
    }
  }

  private int serve(int most, Duration first, Duration next) {
    Connections connections =
        new Connections(
                new ConnectionLimit("service", most, new SimpleMeterRegistry()),
                first,
                next,
                accepted -> {})
            .watchedBy(vertx);
    return vertx
        .createHttpServer(
            new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(0)
                .setIdleTimeout(1)
                .setHttp2ClearTextEnabled(false))
        .connectionHandler(connections)
        .requestHandler(
            request -> {
              connections.onRequest(request);
              request.response().putHeader("X-Filling", "a".repeat(500)).end();
            })
        .listen()
        .await()
        .actualPort();
  }

  private static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(8_000);
    return socket;
  }

  /** Tries several times: the server notices a closed connection a little later than the client. */
  private static void assertServed(int port) throws IOException {
    long end = System.nanoTime() + 8_000_000_000L;
    while (System.nanoTime() < end) {
      try (Socket socket = connect(port)) {
        if (request(socket).equals("HTTP/1.1 200 OK")) {
          return;
        }
      } catch (IOException e) {
        // Closed at once, because there are too many connections.
      }
    }
    throw new AssertionError("the server answers no more requests");
  }

  /** Writes a header without an end, a byte every 10 ms, for at most 8 s. */
  private static boolean dripUntilClosed(Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    InputStream in = socket.getInputStream();
    socket.setSoTimeout(10);
    long end = System.nanoTime() + 8_000_000_000L;
    try {
      out.write("GET / HTTP/1.1\r\nX: ".getBytes(US_ASCII));
      while (System.nanoTime() < end) {
        out.write('a');
        try {
          if (in.read() < 0) {
            return true;
          }
        } catch (SocketTimeoutException e) {
          // Still open.
        }
      }
      return false;
    } catch (IOException e) {
      return true; // Reset: the other way to be closed.
    }
  }

  private static String request(Socket socket) throws IOException {
    socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        return "";
      }
      answer.append((char) next);
    }
    return answer.substring(0, answer.indexOf("\r\n"));
  }
}
