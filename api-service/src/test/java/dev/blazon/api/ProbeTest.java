package dev.blazon.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.CountsStandIn;
import dev.blazon.api.testing.StubServer;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's probe (deploy/probe) looks at a real Blazon. */
@Tag("processes")
class ProbeTest {

  private final Vertx vertx = Vertx.vertx();
  @TempDir private Path folder;
  private StubServer pypi;
  private CountsStandIn counts;
  private Deployment blazon;

  @BeforeEach
  void start() throws Exception {
    pypi = StubServer.start(vertx);
    pypi.project("requests", Documents.good("requests", "2.32.3"));
    counts = CountsStandIn.start(vertx).downloads("requests", 40, 300, 1234);
    Map<String, String> environment = new HashMap<>(counts.settings(folder));
    environment.put("BLAZON_PYPI_URL", pypi.url().toString());
    environment.put("BLAZON_CACHE_DIR", folder.toString());
    blazon = Deployment.start(environment);
  }

  @AfterEach
  void stop() throws Exception {
    blazon.close();
    pypi.close();
    counts.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void a_blazon_that_is_well_is_well() throws Exception {
    Seen seen = probe();

    assertEquals(0, seen.status(), seen.text());
    assertTrue(seen.text().contains("svg: pypi: 2.32.3\n"), seen.text());
    assertTrue(seen.text().contains("downloads: requests 31.2k/month\n"), seen.text());
    assertTrue(seen.text().contains("counts: until 20"), seen.text());
  }

  @Test
  void a_blazon_without_its_index_is_broken() throws Exception {
    pypi.answer("/pypi/requests/json", Behaviour.status(503));

    Seen seen = probe();

    assertEquals(1, seen.status(), seen.text());
    assertTrue(
        seen.text().contains("svg: BROKEN: the badge says `pypi: unreachable`"), seen.text());
  }

  /**
   * @param status the exit status
   */
  private record Seen(int status, String text) {}

  private Seen probe() throws Exception {
    Path output = folder.resolve("output");
    ProcessBuilder command =
        new ProcessBuilder("python3", "-B", "../deploy/probe/blazon-probe", "--dry-run")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    command
        .environment()
        .putAll(
            Map.of(
                "PROBE_URL", "http://127.0.0.1:" + blazon.port(),
                "PROBE_FRESH_PROJECTS", "requests",
                "PROBE_COUNTS_DAYS", "99999",
                "PROBE_RETRY_AFTER", "0"));
    Process probe = command.start();
    boolean ended = probe.waitFor(60, TimeUnit.SECONDS);
    probe.destroyForcibly();
    assertTrue(ended, "the probe did not end");
    return new Seen(probe.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }
}
