package dev.blazon.api.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A normal reader during an attack, who requests a badge now and then, each time on a new
 * connection.
 */
final class Neighbour implements AutoCloseable {

  private static final long EVERY_MILLIS = 25;
  private static final int PATIENCE_MILLIS = 10_000;

  /**
   * The limit of the median, on a machine that is busy with tests; no answer takes longer than the
   * timeout.
   */
  private static final Duration SOON = Duration.ofSeconds(1);

  private final int port;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> asking;
  private final List<Long> nanos = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  private Neighbour(int port) {
    this.port = port;
    this.asking = clock.scheduleWithFixedDelay(this::ask, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  static Neighbour of(int port) {
    return new Neighbour(port);
  }

  private void ask() {
    long start = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket
          .getOutputStream()
          .write(
              "GET /badge/good-neighbour-blue.svg HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!answer.startsWith("HTTP/1.1 200 ") || !answer.endsWith("</svg>")) {
        failures.add(answer.isEmpty() ? "nothing" : answer);
      }
    } catch (IOException e) {
      failures.add(e.toString());
    }
    nanos.add(System.nanoTime() - start);
  }

  /** Checks that every request was answered, and that the median is short. */
  void assertWasServed() {
    try {
      clock.submit(this::judge).get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void judge() {
    assertFalse(asking.isDone(), "still asks");
    ask(); // At least one request.
    assertEquals(List.of(), failures);
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    Duration median = Duration.ofNanos(sorted.get((sorted.size() - 1) / 2));
    assertTrue(median.compareTo(SOON) < 0, () -> sorted.size() + " answers, half after " + median);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
