package dev.blazon.api.stack;

import static dev.blazon.api.stack.HostileStack.BADGE;
import static dev.blazon.api.stack.HostileStack.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.blazon.api.stack.HostileStack.Server;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Connections that are held open: idle, slow, never read from, or half closed. Each is closed in
 * time, and meanwhile other readers get their badges.
 */
@Tag("processes")
@Timeout(120)
class HostileConnectionsTest {

  @Order(1)
  @RegisterExtension
  static final StackLogs LOGS = StackLogs.of(HostileConnectionsTest.class);

  @Order(2)
  @RegisterExtension
  static final HostileStack STACK = new HostileStack(LOGS);

  /** Fewer files than this are open when the connections of an attack are closed. */
  private static final int USUAL_FILES = 200;

  private static void awaitClosed(Crowd crowd) throws TimeoutException {
    STACK.eventually(
        () -> {
          crowd.look();
          return crowd.size() == 0;
        });
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void slow_headers_are_cut_off(Server server) throws TimeoutException {
    try (Neighbour neighbour = Neighbour.of(STACK.port(server));
        Crowd slow = Crowd.of(500, STACK.port(server))) {
      assertEquals(500, slow.size());
      slow.write(bytes(BADGE + "X-Slow: "));

      STACK.eventually(
          () -> {
            slow.write(bytes("a"));
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
    try (Neighbour neighbour = Neighbour.of(STACK.port(server));
        Crowd idle = Crowd.of(10_000, STACK.port(server))) {
      assertEquals(10_000, idle.size());
      neighbour.assertWasServed();
      STACK.assertHealthy();

      awaitClosed(idle);

      neighbour.assertWasServed();
    }
    STACK.eventually(() -> STACK.openFiles(server) < USUAL_FILES);
  }

  /** Each client sends requests on one connection all the time and never reads an answer. */
  @ParameterizedTest
  @EnumSource(Server.class)
  void a_client_that_never_reads_is_not_read_from(Server server) {
    byte[] requests = bytes((BADGE + "\r\n").repeat(200));
    try (Neighbour neighbour = Neighbour.of(STACK.port(server));
        Crowd deaf = Crowd.of(10, STACK.port(server))) {
      long most = 10 * (32L << 20); // All socket buffers of ten connections in the kernel.
      long taken = 0;
      long end = System.nanoTime() + 5_000_000_000L;
      while (System.nanoTime() < end) {
        taken += deaf.write(requests);
        assertTrue(taken < most, "the server goes on reading");
      }

      neighbour.assertWasServed();
      STACK.assertHealthy();
    }
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void half_closed_connections_end(Server server) throws IOException, TimeoutException {
    try (Socket socket = Conversation.connect(STACK.port(server))) {
      socket.getOutputStream().write(bytes(BADGE + "\r\n"));
      socket.shutdownOutput();

      Conversation said = Conversation.listen(socket);

      assertTrue(said.closed(), said::toString);
    }
    try (Crowd halves = Crowd.of(200, STACK.port(server))) {
      halves.write(bytes(BADGE));
      halves.shutdownOutput();

      awaitClosed(halves);
    }
    STACK.eventually(() -> STACK.openFiles(server) < USUAL_FILES);
  }
}
