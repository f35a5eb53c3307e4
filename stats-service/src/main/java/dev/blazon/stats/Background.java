package dev.blazon.stats;

import dev.blazon.service.DaemonThreads;
import dev.blazon.service.log.InternalErrors;
import dev.blazon.stats.packed.DamagedBlobException;
import dev.blazon.stats.schedule.Schedule;
import dev.blazon.stats.store.StoreException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Two threads that look once a minute what is due: upkeep, and imports, which may take hours.
 * Neither opens the database before it is needed.
 */
final class Background implements AutoCloseable {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A night that was missed is made up for soon, but does not delay the first answers. */
  private static final Duration AFTER_START = Duration.ofSeconds(2);

  /** A transaction that is undone takes a moment. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Database database;
  private final StatsMetrics metrics;
  private final ScheduledExecutorService upkeepThread =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("stats-upkeep"));
  private final ScheduledExecutorService importThread =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("stats-import"));
  private final List<ScheduledFuture<?>> turns = new ArrayList<>();
  private boolean looksAfterStore;
  private volatile Optional<Upkeep> upkeep = Optional.empty();

  Background(Database database, StatsMetrics metrics) {
    this.database = database;
    this.metrics = metrics;
  }

  /** Begins to run a schedule. */
  synchronized void begin(Schedule nights) {
    turns.add(every(importThread, AFTER_START, nights::run));
    beginUpkeep();
  }

  /** Begins to keep up to date what readers ask for. */
  synchronized void begin(Upkeep projects) {
    upkeep = Optional.of(projects);
    beginUpkeep();
  }

  /** Threads are made when they are first needed. */
  private void beginUpkeep() {
    if (!looksAfterStore) {
      looksAfterStore = true;
      turns.add(every(upkeepThread, MINUTE, this::lookAfterStore));
    }
  }

  private interface Task {
    void run() throws InterruptedException;
  }

  private static ScheduledFuture<?> every(
      ScheduledExecutorService thread, Duration first, Task task) {
    return thread.scheduleWithFixedDelay(
        () -> run(task), first.toMillis(), MINUTE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** An exception would end the repetition. */
  private static void run(Task task) {
    try {
      task.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The service stops.
    } catch (StoreException | DamagedBlobException | UncheckedIOException e) {
      // The database has logged it, and the next minute comes.
    } catch (RuntimeException e) {
      InternalErrors.log(e, "upkeep of the counts failed");
    }
  }

  private void lookAfterStore() throws InterruptedException {
    if (!database.isOpen()) {
      return;
    }
    database.read(
        open -> {
          metrics.look(open.store());
          return open;
        });
    if (upkeep.isPresent()) {
      upkeep.get().run();
    }
  }

  /** Ends both; notes which projects were asked for. */
  @Override
  public synchronized void close() {
    turns.forEach(turn -> turn.cancel(false));
    importThread.shutdownNow();
    upkeep.ifPresent(projects -> upkeepThread.execute(() -> run(projects::writeNotes)));
    upkeepThread.shutdown();
    try {
      if (!upkeepThread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        upkeepThread.shutdownNow();
      }
      importThread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
