package dev.blazon.api;

import static dev.blazon.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.HostileRedis;
import dev.blazon.api.testing.HostileRedis.Trick;
import dev.blazon.api.testing.OnEveryJava;
import dev.blazon.api.testing.RedisProcess;
import dev.blazon.api.testing.StubServer;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes whose Redis holds values that somebody else wrote, or is no Redis at all. They have little
 * memory, and end when it is not enough, as in production.
 */
@OnEveryJava
@Tag("once")
@Timeout(60)
class PoisonedRedisTest {

  private static final String LITTLE_MEMORY =
      "-Xmx96m -XX:MaxDirectMemorySize=48m -XX:+ExitOnOutOfMemoryError";
  private static final Duration SOON = Duration.ofSeconds(1);

  /** That of projects, by which values of other versions are told. */
  private static final byte SCHEMA = 3;

  private static final int PROJECTS = 40;

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
  void poisoned_values_are_misses_and_are_overwritten() throws Exception {
    try (RedisProcess redis = RedisProcess.start(folder);
        ServiceProcess node = node(redis.url().toString());
        HttpAsker asker = new HttpAsker(node.port());
        HttpAsker admin = new HttpAsker(node.adminPort())) {
      eventually(vertx, () -> admin.get("/metrics").text().contains("blazon_redis_up 1.0"));
      isRight(asker, PROJECTS - 1); // Warm, so that the next ones are soon.
      List<byte[]> strings =
          List.of(
              forged(new byte[128 << 20]),
              forged(new byte[] {1, 2, 3}),
              forged(ByteBuffer.allocate(100_000).putInt(50_000, Integer.MAX_VALUE).array()),
              "nonsense".getBytes(StandardCharsets.UTF_8),
              new byte[] {SCHEMA},
              new byte[300_000]);
      for (int i = 0; i < strings.size(); i++) {
        set(redis, key(i), strings.get(i));
      }
      int project = strings.size();
      redis.cli("SETRANGE", key(project++), Integer.toString((90 << 20) - 1), "x");
      redis.cli("RPUSH", key(project++), "a", "b");
      redis.cli("HSET", key(project++), "a", "b");
      redis.cli("SADD", key(project++), "a");
      redis.cli("ZADD", key(project++), "1", "a");
      redis.cli("XADD", key(project++), "*", "a", "b");

      for (int i = 0; i < project; i++) {
        isRight(asker, i);
      }
      for (int i = 0; i < project; i++) {
        String key = key(i);
        eventually(vertx, () -> isShort(redis.cli("STRLEN", key).strip()));
      }
      String metrics = admin.get("/metrics").text();
      assertTrue(node.isAlive());
      // All but the one with another schema, as another version may have written it; on a busy
      // machine a reply may be late instead.
      double rejected = sum(metrics, "blazon_lookup_total", "result=\"rejected\"");
      double late = sum(metrics, "blazon_redis_late_total", "");
      assertTrue(rejected > 0 && rejected + late >= project - 1, rejected + " and " + late);
      assertEquals(
          1, node.said().stream().filter(line -> line.contains("is rejected")).count(), "logged");

      // Another node finds in Redis what this one stored, and asks PyPI for nothing.
      int asked = pypi.requests();
      try (ServiceProcess other = node(redis.url().toString());
          HttpAsker otherAsker = new HttpAsker(other.port());
          HttpAsker otherAdmin = new HttpAsker(other.adminPort())) {
        isRight(otherAsker, 0);
        isRight(otherAsker, project - 1);
        double otherLate = sum(otherAdmin.get("/metrics").text(), "blazon_redis_late_total", "");
        assertTrue(pypi.requests() - asked <= otherLate, "late: " + otherLate);
      }
    }
  }

  @Test
  void a_hostile_server_in_place_of_redis_costs_its_connections_only() throws Exception {
    List<Trick> tricks =
        List.of(
            Trick.text("*2147483647~"),
            Trick.endless("$500000000~", "x"),
            Trick.endless("+", "x"),
            Trick.endless("", "*60000~"),
            Trick.endless("$0~~", "+OK~"),
            Trick.text("%1000000000~"));
    try (HostileRedis redis = HostileRedis.start(tricks);
        ServiceProcess node = node(redis.url());
        HttpAsker asker = new HttpAsker(node.port());
        HttpAsker admin = new HttpAsker(node.adminPort())) {
      isRight(asker, PROJECTS - 1);
      int project = 0;
      while (redis.played() < tricks.size()) {
        // Facts are in memory after the first time, so only new projects are looked up in Redis.
        int next = project++ % (PROJECTS - 10);
        int played = redis.played();
        eventually(vertx, () -> admin.get("/metrics").text().contains("blazon_redis_up 1.0"));
        isRight(asker, next);
        eventually(vertx, () -> redis.played() > played);
      }
      assertTrue(node.isAlive());
      redis.repent();
      isRight(asker, PROJECTS - 2);
      eventually(vertx, () -> admin.get("/metrics").text().contains("blazon_redis_up 1.0"));
      assertTrue(
          node.said().stream().filter(line -> line.contains("RedisLink")).count()
              <= 2L * tricks.size() + 2,
          () -> String.join("\n", node.said()));
    }
  }

  private ServiceProcess node(String redis) {
    return ServiceProcess.api(
        folder,
        Map.of(
            "JDK_JAVA_OPTIONS",
            LITTLE_MEMORY,
            "BLAZON_REDIS_URL",
            redis,
            "BLAZON_PYPI_URL",
            pypi.url().toString(),
            "BLAZON_DRAIN",
            "0s"));
  }

  private static void isRight(HttpAsker asker, int project) {
    long begun = System.nanoTime();
    Response answer = asker.get("/version/demo-" + project + "/badge.json");
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertEquals(200, answer.status(), answer.text());
    assertEquals("1.0." + project, answer.json().getString("message"));
    assertTrue(project == PROJECTS - 1 || took.compareTo(SOON) < 0, "took " + took);
  }

  private static boolean isShort(String length) {
    return length.matches("\\d{2,3}");
  }

  private static double sum(String metrics, String name, String tag) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name) && line.contains(tag))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static String key(int project) {
    return "blazon:project:pypi:demo-" + project;
  }

  /** A value with the schema of projects and a right checksum. */
  private static byte[] forged(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(content);
    }
    CRC32 checksum = new CRC32();
    checksum.update(packed.toByteArray());
    return ByteBuffer.allocate(5 + packed.size())
        .put(SCHEMA)
        .putInt((int) checksum.getValue())
        .put(packed.toByteArray())
        .array();
  }

  private static void set(RedisProcess redis, String key, byte[] value) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port());
        OutputStream out = socket.getOutputStream()) {
      String head = "*3\r\n$3\r\nSET\r\n$%d\r\n%s\r\n$%d\r\n";
      out.write(head.formatted(key.length(), key, value.length).getBytes(StandardCharsets.UTF_8));
      out.write(value);
      out.write(new byte[] {'\r', '\n'});
      out.flush();
      assertEquals('+', socket.getInputStream().read());
    }
  }
}
