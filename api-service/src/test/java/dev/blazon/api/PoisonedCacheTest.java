package dev.blazon.api;

import static dev.blazon.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.OnEveryJava;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Services whose cache folder has anything but their files, under their files' names. They have
 * little memory, and end when it is not enough, as in production.
 */
@OnEveryJava
@Timeout(60)
class PoisonedCacheTest {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Map<String, String> LITTLE_MEMORY =
      Map.of(
          "JDK_JAVA_OPTIONS",
          "-Xmx96m -XX:MaxDirectMemorySize=48m -XX:+ExitOnOutOfMemoryError",
          "BLAZON_DRAIN",
          "0s");

  /** What takes the place of a file. */
  @FunctionalInterface
  private interface Poison {
    void put(Path file) throws Exception;
  }

  private static final List<Poison> POISONS =
      List.of(
          PoisonedCacheTest::pipe,
          PoisonedCacheTest::pipe,
          PoisonedCacheTest::pipe,
          file -> Files.createSymbolicLink(file, Path.of("/dev/zero")),
          file -> Files.createSymbolicLink(file, file),
          file -> Files.createSymbolicLink(file, Path.of("/etc/passwd")),
          file -> sparse(file, 1L << 30),
          file -> sparse(file, 7L << 20),
          file -> Files.createFile(Files.createDirectory(file).resolve("full")),
          Files::createDirectory,
          Files::createFile,
          file -> Files.writeString(file, "nonsense"),
          PoisonedCacheTest::socket);

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void pictures_are_painted_when_something_else_has_their_files_names() throws Exception {
    Map<Integer, Response> pictures = new HashMap<>();
    try (ServiceProcess imaging = ServiceProcess.imaging(folder, LITTLE_MEMORY);
        HttpAsker asker = new HttpAsker(imaging.port())) {
      for (int i = 0; i < POISONS.size(); i++) {
        pictures.put(i, asker.get(picture(i)));
      }
    }
    List<Path> files = poison(folder);
    try (ServiceProcess imaging = ServiceProcess.imaging(folder, LITTLE_MEMORY);
        HttpAsker asker = new HttpAsker(imaging.port());
        HttpAsker admin = new HttpAsker(imaging.adminPort())) {
      asker.get("/v1/badge.svg?message=warm");
      for (int i = 0; i < POISONS.size(); i++) {
        long begun = System.nanoTime();
        Response answer = asker.get(picture(i));
        assertSoon(begun);
        assertEquals(200, answer.status());
        assertEquals(pictures.get(i).body(), answer.body());
        assertEquals("painted", answer.header("Blazon-Cache"), "poison " + i);
      }
      assertTrue(imaging.isAlive());
      eventually(
          vertx,
          () -> admin.get("/metrics").text().contains("blazon_workers_busy{workers=\"disk\"} 0.0"));
    }
    try (ServiceProcess imaging = ServiceProcess.imaging(folder, LITTLE_MEMORY);
        HttpAsker asker = new HttpAsker(imaging.port())) {
      long onDisk =
          pictures.keySet().stream()
              .filter(i -> asker.get(picture(i)).header("Blazon-Cache").equals("disk"))
              .count();
      // Only a folder that is not empty stays where it is.
      assertTrue(onDisk >= POISONS.size() - 1, onDisk + " of " + files.size());
    }
  }

  private static void assertSoon(long begun) {
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertTrue(took.compareTo(SOON) < 0, "took " + took);
  }

  private static String picture(int number) {
    return "/v1/badge.png?message=" + number;
  }

  /** Puts something else in the place of every file, and returns the files. */
  private static List<Path> poison(Path cache) throws Exception {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(cache)) {
      files =
          walk.filter(Files::isRegularFile)
              .filter(file -> file.getFileName().toString().matches("[0-9a-f]{32,64}"))
              .toList();
    }
    assertTrue(files.size() >= POISONS.size(), files.size() + " files");
    for (int i = 0; i < files.size(); i++) {
      Files.delete(files.get(i));
      POISONS.get(i % POISONS.size()).put(files.get(i));
    }
    return files;
  }

  /** A named pipe without a writer: opening it for reading never returns. */
  private static void pipe(Path file) throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
  }

  private static void sparse(Path file, long length) throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(length);
    }
  }

  /** A socket's path may not be as long as that of a cache file, so it is moved there. */
  private static void socket(Path file) throws IOException {
    Path made = Files.createTempDirectory("blazon").resolve("socket");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(made));
      Files.move(made, file);
    } finally {
      Files.delete(made.getParent());
    }
  }
}
