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

/** Looks at some processes every second until it is closed. Thread-safe. */
final class Watch implements AutoCloseable {

  /** Looks at all processes, by name; asked each time, for they may have been started again. */
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
   * One look.
   *
   * @param at since the start
   * @param usages by the process' name
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
   * Looks a last time, and no more.
   *
   * @return all looks, at least one
   * @throws IOException when one failed
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
