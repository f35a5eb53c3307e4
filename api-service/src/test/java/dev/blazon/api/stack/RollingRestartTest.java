package dev.blazon.api.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.stack.SteadyLoad.Answered;
import dev.blazon.api.stack.Verdict.Kind;
import dev.blazon.api.testing.StubServer;
import dev.blazon.testing.Eventually;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests that readers notice nothing while an operator restarts all processes, one by one. */
@Tag("processes")
@Tag("alone")
class RollingRestartTest {

  @RegisterExtension static final StackLogs LOGS = StackLogs.of(RollingRestartTest.class);

  /** The restarts take about so long. */
  private static final int SECONDS = 30;

  /** For as many requests, on a machine that is too busy to ask so often. */
  private static final int PATIENCE_SECONDS = 4 * SECONDS;

  private final Vertx vertx = Vertx.vertx();
  private StubServer pypi;
  private Stack stack;

  @BeforeEach
  void start(@TempDir Path folder) {
    pypi = StubServer.start(vertx);
    stack =
        LOGS.start(
            Map.of(
                "BLAZON_PYPI_URL", pypi.url().toString(),
                "BLAZON_CACHE_DIR", folder.resolve("cache").toString()));
  }

  @AfterEach
  void stop() {
    stack.close();
    pypi.close();
    vertx.close().await();
  }

  @Test
  void no_request_fails_while_every_node_is_restarted_and_the_policy_reloaded()
      throws TimeoutException {
    Readers readers = new Readers(pypi);
    SteadyLoad.warmUp(stack.port(), readers);
    try (SteadyLoad load = SteadyLoad.start(stack.port(), SteadyLoad.PER_SECOND, readers)) {
      for (String name : List.of("api-1", "api-2", "imaging-1", "imaging-2", "redis", "api-1")) {
        restart(name, load);
      }
      reloadPolicy();
      Eventually.eventually(
          vertx,
          PATIENCE_SECONDS,
          () -> load.now() > SECONDS && load.answered() >= SteadyLoad.PER_SECOND * SECONDS);
      load.stop();

      List<Answered> failed = load.answers(answer -> !answer.is(Kind.RIGHT));
      System.out.println(load.summary());
      assertEquals(
          List.of(), failed.subList(0, Math.min(20, failed.size())), failed.size() + " failed");
    }
  }

  private void restart(String name, SteadyLoad load) throws TimeoutException {
    int known = stack.said();
    stack.part(name).signal("TERM");
    stack.awaitLine(Pattern.compile("stack: " + name + " pid=.*"), known);
    Eventually.eventually(vertx, 30, () -> stack.isReady(name));
    System.out.printf("%.1f s: %s is back%n", load.now(), name);
  }

  /** Loads the policy again, as in docs/operations.md. */
  private void reloadPolicy() {
    Path folder = stack.varnishFolder();
    String policy = folder.resolveSibling("vcl").resolve("default.vcl").toString();
    varnishadm(folder, "vcl.load", "again", policy);
    varnishadm(folder, "vcl.use", "again");
    varnishadm(folder, "vcl.discard", "boot");
  }

  private static void varnishadm(Path folder, String... command) {
    try {
      List<String> all = new ArrayList<>(List.of("varnishadm", "-n", folder.toString()));
      all.addAll(List.of(command));
      Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertEquals(0, process.waitFor(), said);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
