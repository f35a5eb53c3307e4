package dev.blazon.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Samples the resource usage of processes every second until it is closed. Thread-safe. */
final class Watch implements AutoCloseable {

  /**
   * Measures all processes, by name. The processes may change between calls, because they may be
   * restarted.
   */
  @FunctionalInterface
  interface Look {
    Map<String, Usage> usages() throws IOException;
  }

  private final Look look;
  private final List<Sample> samples = new ArrayList<>();
  private final long start = System.nanoTime();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> looking;

  private Watch(Look look) {
    this.look = look;
    this.looking = clock.scheduleAtFixedRate(this::look, 0, 1, TimeUnit.SECONDS);
  }

  static Watch start(Look look) {
    return new Watch(look);
  }

  /**
   * One measurement of all processes.
   *
   * @param at the time since the start
   * @param usages the usage of each process, by its name
   */
  record Sample(Duration at, Map<String, Usage> usages) {

    Usage of(String name) {
      return usages.getOrDefault(name, Usage.NONE);
    }
  }

  private void look() {
    try {
      Map<String, Usage> usages = look.usages();
      Sample sample = new Sample(Duration.ofNanos(System.nanoTime() - start), usages);
      synchronized (samples) {
        samples.add(sample);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes a last sample and stops.
   *
   * @return all samples, at least one
   * @throws IOException when a measurement failed
   */
  List<Sample> stop() throws IOException, InterruptedException {
    looking.cancel(false);
    try {
      clock.submit(this::look).get();
      if (looking.isDone() && !looking.isCancelled()) {
        looking.get(); // Its failure.
      }
    } catch (ExecutionException e) {
      throw new IOException("the processes cannot be watched", e.getCause());
    } finally {
      close();
    }
    synchronized (samples) {
      return List.copyOf(samples);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
