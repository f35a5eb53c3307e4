package dev.blazon.api.lookup;

import static dev.blazon.api.lookup.LookupFixture.DOCUMENT;
import static dev.blazon.api.lookup.LookupFixture.known;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.testing.Eventually;
import dev.blazon.api.testing.RedisProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis as larger places run it: a real cluster, and real sentinels. */
class RedisTopologiesTest {

  @TempDir private Path directory;
  private final List<RedisProcess> processes = new ArrayList<>();

  @AfterEach
  void stop() {
    processes.forEach(RedisProcess::close);
  }

  @Test
  void a_cluster_keeps_projects() throws IOException, TimeoutException {
    for (int i = 0; i < 3; i++) {
      processes.add(
          RedisProcess.start(
              Files.createDirectory(directory.resolve("node" + i)), "--cluster-enabled", "yes"));
    }
    String nodes =
        processes.stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.joining(","));
    List<String> create = new ArrayList<>(List.of("--cluster", "create"));
    create.addAll(List.of(nodes.split(",", -1)));
    create.add("--cluster-yes");
    processes.get(0).cli(create.toArray(String[]::new));
    keepsProjects(
        "redis+cluster://" + nodes,
        () -> processes.get(0).cli("CLUSTER", "INFO").contains("cluster_state:ok"));
  }

  @Test
  void sentinels_tell_where_the_master_is() throws IOException, TimeoutException {
    RedisProcess master = RedisProcess.start(directory);
    processes.add(master);
    Path configuration =
        Files.writeString(
            directory.resolve("sentinel.conf"),
            "sentinel monitor main 127.0.0.1 " + master.port() + " 1\n");
    RedisProcess sentinel =
        RedisProcess.startFrom(directory, configuration.toString(), "--sentinel");
    processes.add(sentinel);
    keepsProjects("redis+sentinel://127.0.0.1:" + sentinel.port() + "/main", () -> true);
  }

  private void keepsProjects(String url, BooleanSupplier ready) throws TimeoutException {
    try (LookupFixture fixture = new LookupFixture(directory).with("BLAZON_REDIS_URL", url)) {
      Eventually.eventually(fixture.vertx, ready);
      connect(fixture);
      for (int i = 0; i < 20; i++) {
        fixture.stub.project("demo-" + i, DOCUMENT);
        known(fixture.project("demo-" + i));
      }
      fixture.eventually(() -> keys() == 20);
      fixture.restart();
      connect(fixture);
      for (int i = 0; i < 20; i++) {
        known(fixture.project("demo-" + i));
      }
      assertEquals(20, fixture.stub.requests());
    }
  }

  private static void connect(LookupFixture fixture) throws TimeoutException {
    fixture.lookups();
    fixture.eventually(() -> fixture.gauge("blazon.redis.up") == 1);
  }

  /** A sentinel has none, and says so in words. */
  private int keys() {
    return processes.stream()
        .map(process -> process.cli("DBSIZE").strip())
        .filter(answer -> answer.chars().allMatch(Character::isDigit))
        .mapToInt(Integer::parseInt)
        .sum();
  }
}
