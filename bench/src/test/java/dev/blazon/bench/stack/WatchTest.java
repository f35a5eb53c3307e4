package dev.blazon.bench.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("processes")
final class WatchTest {

  private static final ProcessHandle SELF = ProcessHandle.current();

  @Test
  void counts_sockets_and_files_of_a_process() throws IOException {
    Usage before = Usage.of(SELF);
    List<ServerSocket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 50; i++) {
        open.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      Usage after = Usage.of(SELF);

      assertEquals(50, after.sockets() - before.sockets(), 10);
      assertEquals(50, after.files() - before.files(), 10);
      assertTrue(after.resident() > 1 << 20, () -> "" + after);
      assertTrue(
          after.proportional() > 1 << 20 && after.proportional() <= after.resident() * 1.2,
          () -> "" + after);
      assertTrue(after.cpu().compareTo(before.cpu()) >= 0 && !after.cpu().isZero());
    } finally {
      for (ServerSocket socket : open) {
        socket.close();
      }
    }
  }

  @Test
  void counts_children_with_their_parent() throws Exception {
    Process parent = new ProcessBuilder("sh", "-c", "sleep 60 & read line").start();
    try {
      ProcessHandle shell = parent.toHandle();
      while (shell.descendants().findAny().isEmpty()) {
        assertTrue(parent.isAlive());
        Thread.onSpinWait();
      }
      ProcessHandle child = shell.descendants().findAny().orElseThrow();

      Usage both = Usage.ofTree(shell.pid());

      assertEquals(Usage.of(shell).files() + Usage.of(child).files(), both.files());
    } finally {
      parent.descendants().forEach(ProcessHandle::destroyForcibly);
      parent.destroyForcibly();
    }
  }

  @Test
  void a_process_that_has_ended_uses_nothing() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();

    assertEquals(Usage.NONE, Usage.of(gone.toHandle()));
    assertEquals(Usage.NONE, Usage.ofTree(gone.pid()));
  }

  @Test
  void samples_every_second_until_it_is_stopped() throws Exception {
    CountDownLatch looks = new CountDownLatch(2);
    try (Watch watch =
        Watch.start(
            () -> {
              looks.countDown();
              return Map.of("self", Usage.of(SELF));
            })) {
      assertTrue(looks.await(30, TimeUnit.SECONDS));

      List<Watch.Sample> samples = watch.stop();

      assertTrue(samples.size() >= 2, () -> "" + samples);
      assertTrue(samples.get(0).at().compareTo(samples.get(samples.size() - 1).at()) < 0);
      assertTrue(samples.get(0).of("self").files() > 0);
      assertEquals(Usage.NONE, samples.get(0).of("another"));
    }
  }

  @Test
  void reports_a_failed_measurement() throws Exception {
    Watch watch =
        Watch.start(
            () -> {
              throw new IOException("no such thing");
            });

    assertThrows(IOException.class, watch::stop);
  }
}
