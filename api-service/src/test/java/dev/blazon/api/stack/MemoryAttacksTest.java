package dev.blazon.api.stack;

import static dev.blazon.testing.Eventually.eventually;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.testing.OnEveryJava;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attacks on the memory of an API node, each by clients that stay within every limit of a single
 * request: other readers get their badges, the node keeps its memory limits, and the attackers are
 * cut off. It takes a minute, so it runs once: on the newest Java, if the machine has a newer one.
 */
@OnEveryJava
@Tag("once")
@Timeout(120)
class MemoryAttacksTest {

  @RegisterExtension static final StackLogs LOGS = StackLogs.of(MemoryAttacksTest.class);

  private static final Vertx VERTX = Vertx.vertx();

  /** How much a node may grow: all budgets together, and what the collector leaves for later. */
  private static final long MOST_GROWTH_MEBIBYTES = 128;

  /** Time for the longest limit, 10 s without a byte, and a check a second. */
  private static final int PATIENCE_SECONDS = 20;

  @TempDir private static Path folder;
  private static Stack stack;
  private static Stack.Part node;

  private long mebibytesBefore;

  @BeforeAll
  static void start() {
    stack =
        LOGS.start(Map.of("BLAZON_CACHE_DIR", folder.toString()), "--api", "1", "--imaging", "1");
    node = stack.part("api-1");
  }

  @AfterAll
  static void stop() {
    stack.close();
    VERTX.close().await();
  }

  @BeforeEach
  void weigh() {
    mebibytesBefore = residentMebibytes();
  }

  @AfterEach
  void the_node_lives_and_serves() {
    assertTrue(node.isAlive(), node::toString);
    assertEquals(node.pid(), stack.part("api-1").pid());
    try (Neighbour neighbour = Neighbour.of(port())) {
      neighbour.assertWasServed();
    }
  }

  /** Together they would need 180 MB, more than the heap. */
  @Test
  void a_crowd_of_forms_that_never_end_is_cut_off() throws TimeoutException {
    String head = "POST /repair HTTP/1.1\r\nHost: x\r\nContent-Length: 1570000\r\n\r\nreadme=";
    byte[] piece = "a".repeat(100_000).getBytes(US_ASCII);
    try (Neighbour neighbour = Neighbour.of(port());
        Crowd slow = Crowd.of(121, port())) {
      slow.write(head.getBytes(US_ASCII));
      for (int sent = 0; sent < 15; sent++) {
        slow.write(piece);
      }
      isCutOff(slow);

      neighbour.assertWasServed();
    }
  }

  /** Together they would need more than the direct memory. */
  @Test
  void a_crowd_of_heads_that_never_end_is_cut_off() throws TimeoutException {
    String head = "GET /badge/a-b-red.svg HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(15_800);
    try (Neighbour neighbour = Neighbour.of(port());
        Crowd slow = Crowd.of(2_000, port())) {
      slow.write(head.getBytes(US_ASCII));
      isCutOff(slow);

      neighbour.assertWasServed();
    }
  }

  @Test
  void a_crowd_of_heads_with_many_short_headers_is_cut_off() throws TimeoutException {
    String head = "GET /badge/a-b-red.svg HTTP/1.1\r\n" + "a:b\r\n".repeat(120);
    try (Neighbour neighbour = Neighbour.of(port());
        Crowd slow = Crowd.of(2_000, port())) {
      slow.write(head.getBytes(US_ASCII));
      isCutOff(slow);

      neighbour.assertWasServed();
    }
  }

  /** The answers are long pages, which cost more than their requests. */
  @Test
  void a_crowd_that_never_reads_is_cut_off() throws TimeoutException {
    String requests = "GET /api/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n".repeat(200);
    try (Neighbour neighbour = Neighbour.of(port());
        Crowd deaf = Crowd.of(100, port())) {
      deaf.write(requests.getBytes(US_ASCII));

      eventually(
          VERTX,
          PATIENCE_SECONDS,
          () -> {
            // Writing shows whether the server has closed the connection, and reads nothing.
            deaf.write(requests.getBytes(US_ASCII));
            return deaf.size() == 0;
          });

      neighbour.assertWasServed();
      assertGrewLittle();
    }
  }

  /** A repair of such a README takes about a tenth of a second. */
  @Test
  void a_crowd_with_long_readmes_does_not_hold_up_badges() throws TimeoutException {
    String readme = "https%3A%2F%2Fpypip.in%2Fversion%2Frequests%2Fbadge.svg+".repeat(9_000);
    String body = "readme=" + readme;
    String request =
        "POST /repair HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try (Neighbour neighbour = Neighbour.of(port());
        Crowd readers = Crowd.of(30, port())) {
      byte[] rest = request.getBytes(US_ASCII);
      int piece = 32 * 1024;
      for (int at = 0; at < rest.length; at += piece) {
        readers.write(Arrays.copyOfRange(rest, at, Math.min(rest.length, at + piece)));
        readers.look();
      }
      isCutOff(readers);

      neighbour.assertWasServed();
    }
  }

  /** Requests behind one that waits, as HTTP/1.1 allows. */
  @Test
  void a_crowd_with_long_pipelines_is_bounded() throws TimeoutException {
    String requests =
        "GET /version/never-seen/badge.svg HTTP/1.1\r\nHost: x\r\n\r\n"
            + "GET /badge/a-b-red.svg HTTP/1.1\r\nHost: x\r\n\r\n".repeat(300);
    try (Neighbour neighbour = Neighbour.of(port());
        Crowd eager = Crowd.of(500, port())) {
      eager.write(requests.getBytes(US_ASCII));

      neighbour.assertWasServed();
      assertGrewLittle();
    }
  }

  private void isCutOff(Crowd crowd) throws TimeoutException {
    eventually(
        VERTX,
        PATIENCE_SECONDS,
        () -> {
          crowd.look();
          return crowd.size() == 0;
        });
    assertGrewLittle();
  }

  private void assertGrewLittle() {
    long now = residentMebibytes();
    assertTrue(
        now < mebibytesBefore + MOST_GROWTH_MEBIBYTES,
        () -> "grew from " + mebibytesBefore + " to " + now + " MiB");
  }

  private static int port() {
    return node.url().getPort();
  }

  private static long residentMebibytes() {
    return ProcessMemory.residentMebibytes(node.pid());
  }
}
