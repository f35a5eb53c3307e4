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

/** Real connections, with less patience than the service has. */
class ConnectionsTest {

  private static final Duration FOR_EVER = Duration.ofHours(1);

  /** More than a kernel's buffers take for one connection. */
  private static final long MOST_BYTES = 128 << 20;

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  /** 512 descriptors are for other things. */
  @ParameterizedTest
  @CsvSource({
    "12000, 1048576, 12000",
    "12000, 12512,   12000",
    "12000, 12511,   11999",
    "12000, 1024,    512",
    "12000, 100,     16",
    "2,     1048576, 2",
  })
  void there_are_no_more_places_than_files_may_be_open(int wanted, long files, int most) {
    assertEquals(
        most, ConnectionLimit.of("service", wanted, files, new SimpleMeterRegistry()).most());
  }

  @Test
  void a_first_request_that_drips_is_not_waited_for() throws IOException {
    int port = serve(1, Duration.ofMillis(500), FOR_EVER);

    try (Socket slow = connect(port)) {
      long start = System.nanoTime();
      assertTrue(dripUntilClosed(slow), "still open");
      long millis = (System.nanoTime() - start) / 1_000_000;
      assertTrue(millis > 400, () -> "already after " + millis + " ms");
    }
    assertServed(port);
  }

  @Test
  void nor_is_a_later_one() throws IOException {
    int port = serve(1, FOR_EVER, Duration.ofMillis(500));

    try (Socket slow = connect(port)) {
      assertEquals("HTTP/1.1 200 OK", ask(slow));
      assertTrue(dripUntilClosed(slow), "still open");
    }
    assertServed(port);
  }

  /** Its answers fill all buffers, so none of them tells the server that it is gone. */
  @Test
  void nor_is_one_that_never_reads_its_answers() throws IOException {
    int port = serve(1, FOR_EVER, Duration.ofMillis(500));

    try (SocketChannel deaf =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
      deaf.configureBlocking(false);
      ByteBuffer requests =
          ByteBuffer.wrap("GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(100_000).getBytes(US_ASCII));
      long taken = 0;
      try {
        for (int stuck = 0; stuck < 1_000 && taken < MOST_BYTES; ) {
          requests.rewind();
          int written = deaf.write(requests);
          taken += written;
          stuck = written == 0 ? stuck + 1 : 0;
        }
      } catch (IOException e) {
        // It has hung up already.
      }
      assertTrue(taken < MOST_BYTES, "it goes on listening");

      assertServed(port); // There is one place only.
    }
  }

  @Test
  void whoever_asks_in_time_stays() throws IOException {
    int port = serve(1, Duration.ofMillis(1_500), Duration.ofMillis(1_500));

    try (Socket busy = connect(port)) {
      long end = System.nanoTime() + 4_000_000_000L;
      while (System.nanoTime() < end) {
        assertEquals("HTTP/1.1 200 OK", ask(busy));
      }
    }
  }

  @Test
  void a_place_that_was_left_can_be_taken_again_and_again() throws IOException {
    int port = serve(2, FOR_EVER, FOR_EVER);

    for (int i = 0; i < 20; i++) {
      assertServed(port);
    }
  }

  private int serve(int most, Duration first, Duration next) {
    Connections connections =
        new Connections(
                new ConnectionLimit("service", most, new SimpleMeterRegistry()), first, next)
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

  /** The server learns of a closed connection a little later than we do, so more than one try. */
  private static void assertServed(int port) throws IOException {
    long end = System.nanoTime() + 8_000_000_000L;
    while (System.nanoTime() < end) {
      try (Socket socket = connect(port)) {
        if (ask(socket).equals("HTTP/1.1 200 OK")) {
          return;
        }
      } catch (IOException e) {
        // Closed at once, for want of a place.
      }
    }
    throw new AssertionError("nobody is served any more");
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

  private static String ask(Socket socket) throws IOException {
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
