package dev.blazon.api.stack;

import static dev.blazon.api.stack.HostileStack.BADGE;
import static dev.blazon.api.stack.HostileStack.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.stack.HostileStack.Server;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Valid requests in hostile numbers or orders: pipelines, aborted requests, floods. */
@Tag("processes")
@Tag("alone")
@Timeout(120)
class HostileLoadTest {

  @Order(1)
  @RegisterExtension
  static final StackLogs LOGS = StackLogs.of(HostileLoadTest.class);

  @Order(2)
  @RegisterExtension
  static final HostileStack STACK = new HostileStack(LOGS);

  /** For how many tenths of a second an attack goes on, at least. */
  private static final int STEPS = 20;

  @ParameterizedTest
  @EnumSource(Server.class)
  void every_request_of_a_pipeline_is_answered_in_order(Server server) throws IOException {
    StringBuilder requests = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      requests.append("GET /badge/n-").append(i).append("-red.svg HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    requests.append("GET /badge/last-one-red.svg HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    try (Socket socket = Conversation.connect(STACK.port(server))) {
      socket.getOutputStream().write(bytes(requests.toString()));

      Conversation said = Conversation.listen(socket);

      assertEquals(101, said.badges(), said::toString);
      int at = 0;
      for (int i = 0; i < 100; i++) {
        int next = said.text().indexOf("aria-label=\"n: " + i + "\"", at);
        assertTrue(next >= at, i + " is missing or out of order");
        at = next;
      }
    }
  }

  static Stream<Arguments> attacks() {
    return Stream.of(Server.values())
        .flatMap(
            server ->
                Stream.of(
                        Attack.PIPELINES,
                        Attack.ABORTED_REQUESTS,
                        Attack.ABORTED_BODIES,
                        Attack.MALFORMED_CHUNKS,
                        Attack.HTTP2)
                    .map(attack -> Arguments.of(server, attack)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("attacks")
  void others_are_served_meanwhile_and_afterwards_all_is_as_before(Server server, Attack attack)
      throws TimeoutException {
    long filesBefore = STACK.openFiles(server);
    try (Neighbour neighbour = Neighbour.of(STACK.port(server))) {
      try (Attacker attacker = Attacker.start(attack, STACK.port(server))) {
        STACK.eventually(() -> attacker.steps() >= STEPS);
        neighbour.assertWasServed();
        STACK.assertHealthy();
      }
      neighbour.assertWasServed();
    }
    STACK.eventually(() -> STACK.openFiles(server) < filesBefore + 50);
    assertEquals(
        1,
        Conversation.of(STACK.port(server), bytes(BADGE + "Connection: close\r\n\r\n")).badges());
  }
}
