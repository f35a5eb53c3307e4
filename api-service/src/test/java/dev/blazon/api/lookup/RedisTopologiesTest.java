package dev.blazon.api.lookup;

import static dev.blazon.api.lookup.LookupFixture.DOCUMENT;
import static dev.blazon.api.lookup.LookupFixture.known;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.testing.RedisCluster;
import dev.blazon.api.testing.RedisProcess;
import dev.blazon.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests look-ups with a real Redis cluster, and with real sentinels. */
@Tag("processes")
class RedisTopologiesTest {

  @TempDir private Path directory;
  private final List<RedisProcess> processes = new ArrayList<>();

  @AfterEach
  void stop() {
    processes.forEach(RedisProcess::close);
  }

  @Test
  void a_cluster_keeps_projects() throws TimeoutException {
    try (RedisCluster cluster = RedisCluster.start(directory)) {
      keepsProjects(cluster.url(), cluster::isWell, cluster::keys);
    }
  }

  @Test
  void the_master_is_found_through_sentinels() throws IOException, TimeoutException {
    RedisProcess master = RedisProcess.start(directory);
    processes.add(master);
    Path configuration =
        Files.writeString(
            directory.resolve("sentinel.conf"),
            "sentinel monitor main 127.0.0.1 " + master.port() + " 1\n");
    RedisProcess sentinel =
        RedisProcess.startFrom(directory, configuration.toString(), "--sentinel");
    processes.add(sentinel);
    keepsProjects(
        "redis+sentinel://127.0.0.1:" + sentinel.port() + "/main", () -> true, master::keys);
  }

  private void keepsProjects(String url, BooleanSupplier ready, IntSupplier keys)
      throws TimeoutException {
    try (LookupFixture fixture = new LookupFixture().with("BLAZON_REDIS_URL", url)) {
      Eventually.eventually(fixture.vertx, ready);
      connect(fixture);
      for (int i = 0; i < 20; i++) {
        fixture.stub.project("demo-" + i, DOCUMENT);
        known(fixture.project("demo-" + i));
      }
      fixture.eventually(() -> keys.getAsInt() == 20);
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
}
