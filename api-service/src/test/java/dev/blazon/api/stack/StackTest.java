package dev.blazon.api.stack;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.Documents;
import dev.blazon.api.HttpAsker;
import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.Svg;
import dev.blazon.api.testing.StubServer;
import dev.blazon.service.Version;
import dev.blazon.testing.Eventually;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests {@code ./blazon stack} from the operator's side: output, signals, and what remains after
 * its end.
 */
@Tag("processes")
class StackTest {

  private static final Vertx VERTX = Vertx.vertx();

  @TempDir private static Path folder;
  private static StubServer pypi;
  private static Stack stack;

  @BeforeAll
  static void start() {
    pypi = StubServer.start(VERTX);
    stack = Stack.start(environment());
  }

  @AfterAll
  static void stop() {
    stack.close();
    pypi.close();
    VERTX.close().await();
  }

  private static Map<String, String> environment() {
    return Map.of(
        "BLAZON_PYPI_URL", pypi.url().toString(),
        "BLAZON_STATS", "on-demand",
        "BLAZON_CLICKHOUSE_URL", "http://127.0.0.1:9", // The discard port: nobody answers.
        "BLAZON_PYPISTATS_URL", "http://127.0.0.1:9",
        "BLAZON_CACHE_DIR", folder.resolve("cache").toString());
  }

  @Test
  void prints_a_line_for_each_process_and_then_that_it_is_ready() {
    List<String> first = stack.parts().limit(7).map(Stack.Part::name).toList();

    assertEquals(
        List.of("redis", "imaging-1", "imaging-2", "stats", "api-1", "api-2", "varnish"), first);
    assertTrue(
        stack.lines().contains("stack: ready at http://127.0.0.1:" + stack.port()),
        () -> String.join("\n", stack.lines()));
  }

  @Test
  void serves_the_second_request_from_the_edge() {
    pypi.project("twice", Documents.good("twice", "2.2"));

    Response first = stack.ask().get("/version/twice/badge.svg");
    Response second = stack.ask().get("/version/twice/badge.svg?utm_source=readme");

    assertEquals("MISS", first.header("X-Cache"));
    assertEquals("HIT", second.header("X-Cache"));
    assertEquals("1", second.header("X-Cache-Hits"));
    assertEquals("pypi: 2.2", Svg.parse(second.body().getBytes()).says());
    assertEquals(1, pypi.requests("/pypi/twice/json"));
  }

  /** The nodes do not wait for a slow Redis; on a busy machine the test tries another project. */
  @Test
  void shares_the_facts_of_the_nodes_in_redis() throws TimeoutException {
    AtomicInteger tried = new AtomicInteger();
    try (var one = new HttpAsker(stack.part("api-1").url().getPort());
        var two = new HttpAsker(stack.part("api-2").url().getPort())) {
      Eventually.eventually(
          VERTX,
          () -> {
            String name = "shared-" + tried.incrementAndGet();
            pypi.project(name, Documents.good(name, "3.3"));
            String badge = "/version/" + name + "/badge.json";
            one.get(badge);
            assertEquals("3.3", two.get(badge).json().getString("message"));
            return pypi.requests("/pypi/" + name + "/json") == 1;
          });
    }
  }

  @Test
  void starts_a_killed_process_again_and_says_so() throws TimeoutException {
    Stack.Part killed = stack.part("api-1");
    int known = stack.said();

    killed.signal("KILL");

    stack.awaitLine(Pattern.compile("stack: api-1 was killed \\(SIGKILL\\); .* in 0\\.2 s"), known);
    stack.awaitLine(Pattern.compile("stack: api-1 pid=.*"), known);
    Stack.Part again = stack.part("api-1");
    assertNotEquals(killed.pid(), again.pid());
    assertEquals(killed.url(), again.url());
    Eventually.eventually(VERTX, () -> listens(again));
  }

  @Test
  void restarts_all_of_several_that_are_killed_at_once() throws TimeoutException {
    List<Stack.Part> killed =
        Stream.of("imaging-1", "imaging-2", "stats", "api-2", "redis").map(stack::part).toList();

    killed.forEach(part -> part.signal("KILL"));

    for (Stack.Part part : killed) {
      Eventually.eventually(
          VERTX, () -> stack.part(part.name()).pid() != part.pid() && listens(part));
    }
  }

  @Test
  void restarts_a_process_at_once_that_was_stopped_by_sigterm() {
    for (String name : List.of("imaging-1", "stats", "redis")) {
      int known = stack.said();

      stack.part(name).signal("TERM");

      stack.awaitLine(Pattern.compile("stack: " + name + " stopped; started again"), known);
      stack.awaitLine(Pattern.compile("stack: " + name + " pid=.*"), known);
    }
  }

  @Test
  void leaves_nothing_behind_when_it_is_stopped() throws TimeoutException {
    Stack small = Stack.start(environment(), "--api", "1", "--imaging", "1");
    Set<ProcessHandle> all = descendants(small);

    small.signal("TERM");

    assertEquals(143, small.awaitEnd());
    assertNothingIsLeft(small, all);
  }

  @Test
  void leaves_nothing_behind_after_control_c_while_it_starts() throws TimeoutException {
    Stack small = Stack.launch(environment(), "--api", "1", "--imaging", "1");
    small.varnishFolder();
    Set<ProcessHandle> all = descendants(small);

    small.pressControlC();

    assertEquals(130, small.awaitEnd());
    assertNothingIsLeft(small, all);
  }

  @Test
  void leaves_nothing_behind_when_it_is_killed_itself() throws TimeoutException {
    Stack small = Stack.start(environment(), "--api", "1", "--imaging", "1");
    Set<ProcessHandle> all = descendants(small);
    small.part("imaging-1").signal("STOP"); // A frozen process must be stopped too.

    small.signal("KILL");

    assertEquals(137, small.awaitEnd());
    assertNothingIsLeft(small, all);
  }

  @Test
  void keeps_the_logs_in_the_given_folder() throws IOException {
    Path logs = folder.resolve("logs");
    Stack small =
        Stack.start(environment(), "--api", "1", "--imaging", "1", "--logs", logs.toString());
    small.close();

    try (var files = Files.list(logs)) {
      assertEquals(
          Set.of("redis.log", "imaging-1.log", "stats.log", "api-1.log", "varnish.log"),
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
    }
    String log = Files.readString(logs.resolve("api-1.log"));
    assertTrue(log.contains("api-service " + Version.CURRENT + " serves at"), log);
  }

  @Test
  void counts_nothing_when_it_is_told_not_to() {
    Map<String, String> environment = new HashMap<>(environment());
    environment.put("BLAZON_STATS", "off");

    try (Stack small = Stack.start(environment, "--api", "1", "--imaging", "1")) {
      assertEquals(
          List.of("redis", "imaging-1", "api-1", "varnish"),
          small.parts().limit(4).map(Stack.Part::name).toList());
    }
  }

  @Test
  void says_in_one_line_why_it_cannot_start() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertRefuses(
          1, "BLAZON_PORT=" + port + ": port already in use", Map.of("BLAZON_PORT", port));
    }
    assertRefuses(2, "--apis: no such option; see --help", Map.of(), "--apis");
    assertRefuses(2, "--api needs a number from 1 to 99", Map.of(), "--api", "0");
    assertRefuses(2, "--logs /dev/null: cannot be written to", Map.of(), "--logs", "/dev/null");
    assertRefuses(2, "BLAZON_PORT=web: not a port number", Map.of("BLAZON_PORT", "web"));
  }

  @Test
  void says_which_node_cannot_start_and_why() {
    Stack small = Stack.launch(Map.of("BLAZON_DEADLINE", "soon"), "--api", "1", "--imaging", "1");

    assertEquals(2, small.awaitEnd());
    assertTrue(
        small.lines().stream()
            .anyMatch(l -> l.matches("stack: api-1 cannot start: .*BLAZON_DEADLINE=soon: .*")),
        () -> String.join("\n", small.lines()));
  }

  @Test
  void starts_over_when_another_program_took_a_port() throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    Path redis = tools.resolve("redis-server");
    Files.writeString(
        redis,
        """
        #!/bin/sh
        if mkdir "$(dirname "$0")/tried" 2>/dev/null; then
          echo "Warning: Could not create server TCP listening socket: Address already in use"
          exit 1
        fi
        PATH=${PATH#*:} exec redis-server "$@"
        """);
    assertTrue(redis.toFile().setExecutable(true));
    Map<String, String> environment =
        Map.of(
            "PATH",
            tools + ":" + System.getenv("PATH"),
            "BLAZON_CACHE_DIR",
            folder.resolve("cache").toString());

    try (Stack small = Stack.start(environment, "--api", "1", "--imaging", "1")) {
      assertTrue(
          small.lines().contains("stack: redis: another program took its port; starting over"),
          () -> String.join("\n", small.lines()));
      assertEquals(200, small.ask().get("/badge/a-b-red.svg").status());
    }
  }

  private static void assertRefuses(
      int status, String line, Map<String, String> environment, String... options) {
    Stack refused = Stack.launch(environment, options);
    assertAll(
        () -> assertEquals(status, refused.awaitEnd()),
        () -> assertEquals(1, refused.said(), () -> String.join("\n", refused.lines())),
        () -> assertTrue(refused.lines().get(0).startsWith("stack: " + line)));
  }

  private static Set<ProcessHandle> descendants(Stack stack) {
    return ProcessHandle.of(stack.pid()).orElseThrow().descendants().collect(Collectors.toSet());
  }

  private static void assertNothingIsLeft(Stack stack, Set<ProcessHandle> all)
      throws TimeoutException {
    assertTrue(all.size() >= 5, "found too few processes: " + all);
    // The system needs a moment to remove processes whose parent has ended.
    Eventually.eventually(VERTX, () -> all.stream().noneMatch(ProcessHandle::isAlive));
    assertFalse(Files.exists(stack.varnishFolder().getParent()));
  }

  private static boolean listens(Stack.Part part) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), part.url().getPort())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
