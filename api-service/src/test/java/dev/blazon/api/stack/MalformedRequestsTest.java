package dev.blazon.api.stack;

import static dev.blazon.api.stack.HostileStack.BADGE;
import static dev.blazon.api.stack.HostileStack.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.stack.HostileStack.Server;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that are no HTTP requests, or ambiguous ones, at the ports of Varnish and of an API node.
 */
@Tag("processes")
@Timeout(120)
class MalformedRequestsTest {

  @Order(1)
  @RegisterExtension
  static final StackLogs LOGS = StackLogs.of(MalformedRequestsTest.class);

  @Order(2)
  @RegisterExtension
  static final HostileStack STACK = new HostileStack(LOGS);

  private static final Map<String, byte[]> NONSENSE =
      Map.ofEntries(
          Map.entry("a header of 1 MB", bytes(BADGE + "X: " + "a".repeat(1 << 20) + "\r\n\r\n")),
          Map.entry("5,000 headers", bytes(BADGE + "X-A: b\r\n".repeat(5_000) + "\r\n")),
          Map.entry(
              "a URL of 100 KB", bytes("GET /badge/" + "a".repeat(100_000) + " HTTP/1.1\r\n")),
          Map.entry("an endless word", bytes("a".repeat(1 << 20))),
          Map.entry("random bytes", random()),
          Map.entry("TLS", new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3}),
          Map.entry("HTTP/0.9", bytes("GET /badge/a-b-red.svg\r\n\r\n")),
          Map.entry("HTTP/2", bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")),
          Map.entry(
              "HTTP/2 with a frame", bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0")),
          Map.entry("HTTP/7", bytes("GET /badge/a-b-red.svg HTTP/7.0\r\nHost: x\r\n\r\n")),
          Map.entry("no method", bytes(" /badge/a-b-red.svg HTTP/1.1\r\nHost: x\r\n\r\n")),
          Map.entry("a NUL in a header", bytes(BADGE + "X: a\0b\r\n\r\n")),
          Map.entry("a length below zero", bytes(BADGE + "Content-Length: -1\r\n\r\n")),
          Map.entry("a length that is none", bytes(BADGE + "Content-Length: ten\r\n\r\n")),
          Map.entry(
              "two lengths", bytes(BADGE + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef")),
          Map.entry(
              "an unknown coding", bytes(BADGE + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")));

  private static byte[] random() {
    byte[] bytes = new byte[64 * 1024];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  static Stream<Arguments> nonsense() {
    return Stream.of(Server.values())
        .flatMap(
            server ->
                NONSENSE.entrySet().stream()
                    .map(form -> Arguments.of(server, form.getKey(), form.getValue())));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("nonsense")
  @Execution(ExecutionMode.CONCURRENT) // One connection each, which mostly waits.
  void invalid_requests_are_refused_and_their_connection_is_closed(
      Server server, String name, byte[] request) {
    try (Neighbour neighbour = Neighbour.of(STACK.port(server))) {
      Conversation said = Conversation.of(STACK.port(server), request);

      assertTrue(said.closed(), said::toString);
      assertFalse(said.text().contains(" 500 "), said::toString);
      assertEquals(0, said.badges("a", "b"), said::toString);
      neighbour.assertWasServed();
    }
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void garbage_after_a_request_closes_the_connection_after_the_answer(Server server) {
    Conversation said =
        Conversation.of(
            STACK.port(server), bytes(BADGE + "\r\n\u0001\u0002garbage\r\n\r\n" + BADGE + "\r\n"));

    assertTrue(said.closed(), said::toString);
    assertTrue(said.text().startsWith("HTTP/1.1 200 "), said::toString);
    assertEquals(1, said.badges(), said::toString);
  }

  private static final String INNER = "GET /badge/smuggled-b-red.svg HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final int LENGTH = ("0\r\n\r\n" + INNER).length();

  private static final Map<String, String> SMUGGLED =
      Map.of(
          "a length and a coding",
          BADGE
              + "Content-Length: "
              + LENGTH
              + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
              + INNER,
          "a coding and a length",
          BADGE
              + "Transfer-Encoding: chunked\r\nContent-Length: "
              + LENGTH
              + "\r\n\r\n0\r\n\r\n"
              + INNER,
          "two codings",
          BADGE
              + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"
              + INNER,
          "a coding with a tab",
          BADGE + "Transfer-Encoding:\tchunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + INNER,
          "a coding with a space before the colon",
          BADGE + "Transfer-Encoding : chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + INNER,
          "a chunk whose size is none",
          BADGE + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + INNER,
          "a body that is a request",
          BADGE + "Content-Length: " + INNER.length() + "\r\n\r\n" + INNER);

  static Stream<Arguments> smuggled() {
    return Stream.of(Server.values())
        .flatMap(
            server ->
                SMUGGLED.entrySet().stream()
                    .map(form -> Arguments.of(server, form.getKey(), form.getValue())));
  }

  /** The body of one request is never answered as another request (request smuggling). */
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("smuggled")
  @Execution(ExecutionMode.CONCURRENT) // One connection each, which mostly waits.
  void nothing_is_smuggled(Server server, String name, String request) {
    Conversation said = Conversation.of(STACK.port(server), bytes(request));

    assertEquals(0, said.badges("smuggled", "b"), said::toString);
  }
}
