package dev.blazon.api;

import static dev.blazon.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.RedisCluster;
import dev.blazon.api.testing.RedisProcess;
import dev.blazon.api.testing.StubServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests nodes that share their facts through a Redis of several processes, one of which is killed.
 */
@Tag("processes")
class RedisLossTest {

  private static final int PROJECTS = 30;
  private static final int MORE_NODES = 5;
  private static final long SOON_SECONDS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private StubServer pypi;

  @BeforeEach
  void start() {
    pypi = StubServer.start(vertx);
    for (int i = 0; i < PROJECTS; i++) {
      pypi.project("demo-" + i, Documents.good("demo-" + i, "1.0." + i));
    }
  }

  @AfterEach
  void stop() throws TimeoutException {
    pypi.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void a_master_of_a_cluster_is_lost_and_no_reader_notices() throws TimeoutException {
    try (RedisCluster cluster = RedisCluster.start(folder)) {
      eventually(vertx, cluster::isWell);
      try (Deployment blazon = node(cluster.url());
          Deployment peer = node(cluster.url())) {
        fill(blazon, cluster.url(), () -> cluster.keys() == PROJECTS);
        allAreRight(peer);
        assertSharedByRedis();

        List<Future<Response>> underWay = askAll(blazon);
        cluster.first().kill();
        right(underWay);
        for (int i = 0; i < 5; i++) {
          allAreRight(blazon);
          allAreRight(peer);
        }
        // A node that starts now finds a cluster without a third of its keys, and fetches those
        // from PyPI.
        try (Deployment late = start(cluster.url())) {
          allAreRight(late);
        }
        pypi.answerEverything(Behaviour.status(503));
        allAreRight(blazon);
        pypi.recover();

        cluster.first().restart();
        eventually(vertx, cluster::isWell);
        eventually(vertx, () -> hasRedis(blazon) && hasRedis(peer));
      }
    }
  }

  @Test
  void a_replica_takes_a_lost_masters_place_and_all_facts_are_there() throws TimeoutException {
    try (RedisCluster cluster = RedisCluster.start(folder, 1)) {
      eventually(vertx, cluster::isWell);
      try (Deployment blazon = node(cluster.url())) {
        fill(blazon, cluster.url(), () -> cluster.keys() == 2 * PROJECTS);

        List<Future<Response>> underWay = askAll(blazon);
        cluster.first().kill();
        right(underWay);
        allAreRight(blazon);

        eventually(vertx, () -> cluster.isWellWithoutFirst() && hasRedis(blazon));
        pypi.answerEverything(Behaviour.status(503));
        try (Deployment late = node(cluster.url())) {
          eventually(vertx, () -> areAllRight(late)); // On a busy machine some replies are late.
        }
      }
    }
  }

  @Test
  void a_sentinel_finds_a_new_master_and_all_facts_are_there() throws Exception {
    try (RedisProcess master = RedisProcess.start(Files.createDirectory(folder.resolve("master")));
        RedisProcess replica =
            RedisProcess.start(
                Files.createDirectory(folder.resolve("replica")),
                "--replicaof",
                "127.0.0.1 " + master.port());
        RedisProcess sentinel = sentinel(master)) {
      String url = "redis+sentinel://127.0.0.1:" + sentinel.port() + "/main";
      eventually(
          vertx, () -> sentinel.cli("SENTINEL", "replicas", "main").contains("slave-repl-offset"));
      try (Deployment blazon = node(url)) {
        fill(blazon, url, () -> replica.keys() == PROJECTS);

        List<Future<Response>> underWay = askAll(blazon);
        master.kill();
        right(underWay);
        allAreRight(blazon);

        eventually(vertx, () -> replica.cli("ROLE").startsWith("master"));
        eventually(vertx, () -> hasRedis(blazon));
        pypi.answerEverything(Behaviour.status(503));
        try (Deployment late = node(url)) {
          eventually(vertx, () -> areAllRight(late)); // On a busy machine some replies are late.
        }
      }
    }
  }

  private RedisProcess sentinel(RedisProcess master) throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolve("sentinel.conf"),
            """
            sentinel monitor main 127.0.0.1 %d 1
            sentinel down-after-milliseconds main 500
            sentinel failover-timeout main 2000
            """
                .formatted(master.port()));
    return RedisProcess.startFrom(folder, configuration.toString(), "--sentinel");
  }

  /** Starts a node, and waits until it is connected to Redis. */
  private Deployment node(String redis) throws TimeoutException {
    Deployment node = start(redis);
    eventually(vertx, () -> hasRedis(node));
    return node;
  }

  private Deployment start(String redis) {
    return Deployment.start(
        Map.of(
            "BLAZON_REDIS_URL",
            redis,
            "BLAZON_PYPI_URL",
            pypi.url().toString(),
            "BLAZON_CACHE_DIR",
            folder.resolve("pictures").toString(),
            // So that each answer is made from facts, and not taken from the cache of answers.
            "BLAZON_RENDERED_FRESH",
            "0s"));
  }

  /**
   * Asks until Redis has all facts. On a busy machine it may be too slow to take some, and a node
   * that has them does not offer them again; a new one does.
   */
  private void fill(Deployment node, String redis, BooleanSupplier hasAll) throws TimeoutException {
    allAreRight(node);
    for (int i = 0; i < MORE_NODES && !holdsSoon(hasAll); i++) {
      try (Deployment other = node(redis)) {
        allAreRight(other);
      }
    }
    eventually(vertx, hasAll);
  }

  private boolean holdsSoon(BooleanSupplier condition) {
    try {
      eventually(vertx, SOON_SECONDS, condition);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private static boolean hasRedis(Deployment node) {
    try (HttpAsker admin = new HttpAsker(node.adminPort())) {
      return admin.get("/metrics").text().contains("blazon_redis_up 1.0");
    }
  }

  /** When a reply of Redis is late, as on a busy machine, the node fetches from PyPI instead. */
  private void assertSharedByRedis() {
    int late = pypi.requests() - PROJECTS;
    assertTrue(late < PROJECTS / 2, late + " of " + PROJECTS + " were fetched from PyPI again");
  }

  private static boolean areAllRight(Deployment node) {
    try {
      allAreRight(node);
      return true;
    } catch (AssertionError | TimeoutException e) {
      return false;
    }
  }

  private static void allAreRight(Deployment node) throws TimeoutException {
    right(askAll(node));
  }

  private static List<Future<Response>> askAll(Deployment node) {
    return IntStream.range(0, PROJECTS)
        .mapToObj(i -> "/version/demo-" + i + "/badge.json")
        .map(uri -> node.ask().send(HttpMethod.GET, uri, Map.of()))
        .toList();
  }

  private static void right(List<Future<Response>> answers) throws TimeoutException {
    Future.all(answers).await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    for (int i = 0; i < answers.size(); i++) {
      Response answer = answers.get(i).result();
      assertEquals(200, answer.status(), answer.text());
      assertEquals("1.0." + i, answer.json().getString("message"));
    }
  }
}
