package dev.blazon.api.stack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.testing.Eventually;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A small stack that the tests of a class attack at two ports: Varnish's and the API's own. After
 * each test no process has ended, and none uses too much memory.
 */
final class HostileStack implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  /** A request for a badge, without the end of its head. */
  static final String BADGE = "GET /badge/a-b-red.svg HTTP/1.1\r\nHost: x\r\n";

  /**
   * The most memory that one process may use in all cases: the limit of its heap, and memory
   * outside of the heap.
   */
  private static final long MOST_MEBIBYTES = 384;

  private final StackLogs logs;
  private final Vertx vertx = Vertx.vertx();
  private Path folder;
  private Stack stack;
  private List<Long> started;

  /** A port that is attacked. */
  enum Server {
    EDGE("varnish"),
    API("api-1");

    private final String part;

    Server(String part) {
      this.part = part;
    }
  }

  HostileStack(StackLogs logs) {
    this.logs = logs;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    folder = Files.createTempDirectory("hostile-stack");
    stack =
        logs.start(Map.of("BLAZON_CACHE_DIR", folder.toString()), "--api", "1", "--imaging", "1");
    started = pids();
  }

  private List<Long> pids() {
    return stack.parts().map(Stack.Part::pid).toList();
  }

  int port(Server server) {
    return stack.part(server.part).url().getPort();
  }

  /** Waits until the condition holds. */
  void eventually(BooleanSupplier condition) throws TimeoutException {
    Eventually.eventually(vertx, condition);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertHealthy();
  }

  /** No process died or was restarted, and none uses too much memory. */
  void assertHealthy() {
    assertTrue(pids().equals(started), "a process was restarted");
    stack
        .parts()
        .forEach(
            part -> {
              assertTrue(part.isAlive(), part::toString);
              family(part)
                  .forEach(
                      process ->
                          assertTrue(
                              ProcessMemory.residentMebibytes(process) < MOST_MEBIBYTES,
                              () ->
                                  part + ": " + ProcessMemory.residentMebibytes(process) + " MiB"));
            });
  }

  /** The number of files that the server has open; most are connections. */
  long openFiles(Server server) {
    return family(stack.part(server.part)).stream().mapToLong(HostileStack::files).sum();
  }

  private static long files(long pid) {
    String[] open = Path.of("/proc", Long.toString(pid), "fd").toFile().list();
    return open == null ? 0 : Arrays.stream(open).count();
  }

  /** The process of this part and those that it started. */
  private static List<Long> family(Stack.Part part) {
    return ProcessHandle.of(part.pid()).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .map(ProcessHandle::pid)
        .toList();
  }

  /** Every byte as it is. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    stack.close();
    vertx.close().await();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
