package dev.blazon.api.stack;

import static dev.blazon.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests attacks on Varnish's port and on the API's own: they are refused, or bounded in time and
 * memory, and other readers still get their badges.
 */
@Tag("processes")
class HostileClientsTest {

  @RegisterExtension static final StackLogs LOGS = StackLogs.of(HostileClientsTest.class);

  private static final Vertx VERTX = Vertx.vertx();
  private static final String BADGE = "GET /badge/a-b-red.svg HTTP/1.1\r\nHost: x\r\n";

  /**
   * The most memory that one process may use in all cases: the limit of its heap, and memory
   * outside of the heap.
   */
  private static final long MOST_MEBIBYTES = 384;

  /** How long a test waits for the server to send or close. */
  private static final int PATIENCE_MILLIS = 15_000;

  @TempDir private static Path folder;
  private static Stack stack;

  private enum Server {
    EDGE("varnish"),
    API("api-1");

    private final String name;

    Server(String name) {
      this.name = name;
    }

    int port() {
      return stack.part(name).url().getPort();
    }
  }

  @BeforeAll
  static void start() {
    stack =
        LOGS.start(Map.of("BLAZON_CACHE_DIR", folder.toString()), "--api", "1", "--imaging", "1");
  }

  @AfterAll
  static void stop() {
    stack.close();
    VERTX.close().await();
  }

  /** No process died or was restarted, and none uses too much memory. */
  @AfterEach
  void all_processes_are_healthy() {
    stack
        .parts()
        .forEach(
            part -> {
              assertTrue(part.isAlive(), part::toString);
              family(part)
                  .forEach(
                      process ->
                          assertTrue(
                              residentMebibytes(process) < MOST_MEBIBYTES,
                              () -> part + ": " + residentMebibytes(process) + " MiB"));
            });
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void slow_headers_are_cut_off(Server server) throws TimeoutException {
    try (Neighbour neighbour = Neighbour.of(server.port());
        Crowd slow = Crowd.of(500, server.port())) {
      assertEquals(500, slow.size());
      slow.write(ascii(BADGE + "X-Slow: "));

      eventually(
          VERTX,
          () -> {
            slow.write(ascii("a"));
            slow.look();
            return slow.size() == 0;
          });

      neighbour.assertWasServed();
    }
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void ten_thousand_idle_connections_do_not_disturb_other_readers(Server server)
      throws TimeoutException {
    UnixOperatingSystemMXBean system =
        (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    assertTrue(
        system.getMaxFileDescriptorCount() > 11_000,
        () -> "ulimit -n is " + system.getMaxFileDescriptorCount() + ", 11,000 are needed here");
    try (Neighbour neighbour = Neighbour.of(server.port());
        Crowd idle = Crowd.of(10_000, server.port())) {
      assertEquals(10_000, idle.size());
      neighbour.assertWasServed();
      all_processes_are_healthy();

      eventually(
          VERTX,
          () -> {
            idle.look();
            return idle.size() == 0;
          });

      neighbour.assertWasServed();
    }
    eventually(VERTX, () -> sockets(server) < 200);
  }

  /** Each client sends requests on one connection all the time and never reads an answer. */
  @ParameterizedTest
  @EnumSource(Server.class)
  void a_client_that_never_reads_is_not_read_from(Server server) {
    byte[] requests = ascii((BADGE + "\r\n").repeat(200));
    try (Neighbour neighbour = Neighbour.of(server.port());
        Crowd deaf = Crowd.of(10, server.port())) {
      long most = 10 * (32L << 20); // All socket buffers of ten connections in the kernel.
      long taken = 0;
      long end = System.nanoTime() + 5_000_000_000L;
      while (System.nanoTime() < end) {
        taken += deaf.write(requests);
        assertTrue(taken < most, "the server goes on reading");
      }

      neighbour.assertWasServed();
      all_processes_are_healthy();
    }
  }

  static Stream<Arguments> nonsense() {
    return Stream.of(Server.values())
        .flatMap(
            server ->
                NONSENSE.entrySet().stream()
                    .map(form -> Arguments.of(server, form.getKey(), form.getValue())));
  }

  private static final Map<String, byte[]> NONSENSE =
      Map.ofEntries(
          Map.entry("a header of 1 MB", ascii(BADGE + "X: " + "a".repeat(1 << 20) + "\r\n\r\n")),
          Map.entry("5,000 headers", ascii(BADGE + "X-A: b\r\n".repeat(5_000) + "\r\n")),
          Map.entry(
              "a URL of 100 KB", ascii("GET /badge/" + "a".repeat(100_000) + " HTTP/1.1\r\n")),
          Map.entry("an endless word", ascii("a".repeat(1 << 20))),
          Map.entry("random bytes", random()),
          Map.entry("TLS", new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3}),
          Map.entry("HTTP/0.9", ascii("GET /badge/a-b-red.svg\r\n\r\n")),
          Map.entry("HTTP/2", ascii("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")),
          Map.entry("HTTP/7", ascii("GET /badge/a-b-red.svg HTTP/7.0\r\nHost: x\r\n\r\n")),
          Map.entry("no method", ascii(" /badge/a-b-red.svg HTTP/1.1\r\nHost: x\r\n\r\n")),
          Map.entry("a NUL in a header", ascii(BADGE + "X: a\0b\r\n\r\n")),
          Map.entry("a length below zero", ascii(BADGE + "Content-Length: -1\r\n\r\n")),
          Map.entry("a length that is none", ascii(BADGE + "Content-Length: ten\r\n\r\n")),
          Map.entry(
              "two lengths", ascii(BADGE + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef")),
          Map.entry(
              "an unknown coding", ascii(BADGE + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")));

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("nonsense")
  @Execution(ExecutionMode.CONCURRENT) // One connection each, which mostly waits.
  void invalid_requests_are_refused_and_their_connection_is_closed(
      Server server, String name, byte[] bytes) {
    try (Neighbour neighbour = Neighbour.of(server.port())) {
      Said said = say(server, bytes);

      assertTrue(said.hungUp(), said::toString);
      assertFalse(said.text().contains(" 500 "), said::toString);
      assertEquals(0, said.answers("a-b-red"), said::toString);
      neighbour.assertWasServed();
    }
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void garbage_after_a_request_closes_the_connection_after_the_answer(Server server) {
    Said said = say(server, ascii(BADGE + "\r\n\u0001\u0002garbage\r\n\r\n" + BADGE + "\r\n"));

    assertTrue(said.hungUp(), said::toString);
    assertTrue(said.text().startsWith("HTTP/1.1 200 "), said::toString);
    assertEquals(1, said.text().split("</svg>", -1).length - 1, said::toString);
  }

  static Stream<Arguments> smuggled() {
    String inner = "GET /badge/smuggled-b-red.svg HTTP/1.1\r\nHost: x\r\n\r\n";
    int length = ("0\r\n\r\n" + inner).length();
    Map<String, String> forms =
        Map.of(
            "a length and a coding",
            BADGE
                + "Content-Length: "
                + length
                + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + inner,
            "a coding and a length",
            BADGE
                + "Transfer-Encoding: chunked\r\nContent-Length: "
                + length
                + "\r\n\r\n0\r\n\r\n"
                + inner,
            "two codings",
            BADGE
                + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"
                + inner,
            "a coding with a tab",
            BADGE + "Transfer-Encoding:\tchunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + inner,
            "a coding with a space before the colon",
            BADGE + "Transfer-Encoding : chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + inner,
            "a chunk whose size is none",
            BADGE + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + inner,
            "a body that is a request",
            BADGE + "Content-Length: " + inner.length() + "\r\n\r\n" + inner);
    return Stream.of(Server.values())
        .flatMap(
            server ->
                forms.entrySet().stream()
                    .map(form -> Arguments.of(server, form.getKey(), form.getValue())));
  }

  /** The body of one request is never answered as another request. */
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("smuggled")
  @Execution(ExecutionMode.CONCURRENT) // One connection each, which mostly waits.
  void nothing_is_smuggled(Server server, String name, String request) {
    Said said = say(server, ascii(request));

    assertEquals(0, said.answers("smuggled"), said::toString);
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void half_closed_connections_end(Server server) throws IOException, TimeoutException {
    try (Socket socket = connect(server)) {
      socket.getOutputStream().write(ascii(BADGE + "\r\n"));
      socket.shutdownOutput();

      Said said = listen(socket);

      assertTrue(said.hungUp(), said::toString);
    }
    try (Crowd halves = Crowd.of(200, server.port())) {
      halves.write(ascii(BADGE));
      halves.shutdownOutput();

      eventually(
          VERTX,
          () -> {
            halves.look();
            return halves.size() == 0;
          });
    }
    eventually(VERTX, () -> sockets(server) < 200);
  }

  /**
   * What a server sent.
   *
   * @param hungUp whether it closed the connection within {@link #PATIENCE_MILLIS}
   */
  private record Said(String text, boolean hungUp) {

    /** The number of badges with this label in the answer. */
    int answers(String label) {
      String word = label.equals("a-b-red") ? "a: b" : label + ": b";
      return text.split("aria-label=\"" + word, -1).length - 1;
    }
  }

  private static Said say(Server server, byte[] bytes) {
    try (Socket socket = connect(server)) {
      try {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
      } catch (IOException e) {
        return new Said("", true); // It closed the connection before everything was sent.
      }
      return listen(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Said listen(Socket socket) {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[16 * 1024];
    try {
      InputStream in = socket.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
      }
      return new Said(text.toString(), true);
    } catch (SocketTimeoutException e) {
      return new Said(text.toString(), false);
    } catch (IOException e) {
      return new Said(text.toString(), true); // Reset.
    }
  }

  private static Socket connect(Server server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static List<Long> family(Stack.Part part) {
    return ProcessHandle.of(part.pid()).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .map(ProcessHandle::pid)
        .toList();
  }

  private static long residentMebibytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          >> 10;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long sockets(Server server) {
    return family(stack.part(server.name)).stream().mapToLong(HostileClientsTest::files).sum();
  }

  private static long files(long pid) {
    String[] open = Path.of("/proc", Long.toString(pid), "fd").toFile().list();
    return open == null ? 0 : Arrays.stream(open).count();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] random() {
    byte[] bytes = new byte[64 * 1024];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
