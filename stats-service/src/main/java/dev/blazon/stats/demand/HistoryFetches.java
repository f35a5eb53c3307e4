package dev.blazon.stats.demand;

import dev.blazon.project.ProjectName;
import dev.blazon.service.DaemonThreads;
import dev.blazon.service.Flights;
import dev.blazon.service.log.InternalErrors;
import dev.blazon.stats.source.SourceException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Fetches histories of projects that readers ask for and nobody has yet. Readers of one project
 * share one fetch; projects that wait at the same time share a query; few queries run at once, and
 * a bounded number of projects waits. Thread-safe.
 */
public final class HistoryFetches implements AutoCloseable {

  /** What a fetch does: it asks a source and keeps the history. It blocks its thread. */
  @FunctionalInterface
  public interface Work {
    void fetch(Set<ProjectName> projects)
        throws SourceException, NotKeptException, InterruptedException;
  }

  /**
   * Limits of the fetches.
   *
   * @param atOnce how many fetches run at once
   * @param projectsAtOnce the most projects in one fetch
   * @param waiting the most projects that wait; further ones are refused
   */
  public record Limits(int atOnce, int projectsAtOnce, int waiting) {}

  private static final long IDLE_SECONDS = 30;

  private record Waiting(ProjectName project, Promise<Arrival> promise) {}

  private final Vertx vertx;
  private final Limits limits;
  private final Work work;
  private final SourcePause pause;
  private final ThreadPoolExecutor threads;
  private final Flights<String, Arrival> flights = new Flights<>();
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private int running;
  private boolean isClosed;

  /**
   * Creates fetches; threads start when they are needed, and end when they are not.
   *
   * @param source the source's name, for the log
   */
  public HistoryFetches(Vertx vertx, String source, Limits limits, Work work, Clock clock) {
    this.vertx = vertx;
    this.limits = limits;
    this.work = work;
    this.pause = new SourcePause(source, clock);
    this.threads =
        new ThreadPoolExecutor(
            limits.atOnce(),
            limits.atOnce(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), // Bounded by `running`.
            DaemonThreads.named("history"));
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Fetches a project's history, or joins the fetch that is under way.
   *
   * @param patience how long the reader can wait; the fetch itself goes on
   * @return never fails; completed on the caller's Vert.x context if there is one
   */
  public Future<Arrival> fetch(ProjectName project, Duration patience) {
    Future<Arrival> flight = flights.join(project.normalized(), () -> enqueue(project));
    if (flight.isComplete()) {
      return flight;
    }
    Promise<Arrival> answer = Promise.promise();
    long timer =
        vertx.setTimer(
            Math.max(1, patience.toMillis()), id -> answer.tryComplete(Arrival.UNDER_WAY));
    flight.onComplete(
        (arrival, failure) -> {
          vertx.cancelTimer(timer);
          answer.tryComplete(failure == null ? arrival : Arrival.FAILED);
        });
    return answer.future();
  }

  /** Ends all fetches; those that wait or run have failed. */
  @Override
  public void close() {
    Queue<Waiting> left;
    synchronized (this) {
      isClosed = true;
      left = new ArrayDeque<>(queue);
      queue.clear();
    }
    threads.shutdownNow();
    left.forEach(waiting -> waiting.promise().complete(Arrival.FAILED));
  }

  private Future<Arrival> enqueue(ProjectName project) {
    Promise<Arrival> promise = Promise.promise();
    synchronized (this) {
      if (isClosed || pause.isNow(project)) {
        return Future.succeededFuture(Arrival.FAILED);
      }
      if (queue.size() >= limits.waiting()) {
        return Future.succeededFuture(Arrival.REFUSED);
      }
      queue.add(new Waiting(project, promise));
      if (running < limits.atOnce()) {
        running++;
        threads.execute(this::run);
      }
    }
    return promise.future();
  }

  /** Fetches until nothing waits. */
  private void run() {
    while (true) {
      Map<ProjectName, Promise<Arrival>> batch = next();
      if (batch.isEmpty()) {
        return;
      }
      fetch(batch);
    }
  }

  private synchronized Map<ProjectName, Promise<Arrival>> next() {
    Map<ProjectName, Promise<Arrival>> batch = new LinkedHashMap<>();
    while (batch.size() < limits.projectsAtOnce() && !queue.isEmpty()) {
      Waiting waiting = queue.remove();
      batch.put(waiting.project(), waiting.promise());
    }
    if (batch.isEmpty()) {
      running--;
    }
    return batch;
  }

  private void fetch(Map<ProjectName, Promise<Arrival>> batch) {
    if (pause.isNow()) {
      batch.values().forEach(promise -> promise.complete(Arrival.FAILED));
      return;
    }
    Arrival arrival = Arrival.FAILED;
    try {
      work.fetch(batch.keySet());
      pause.succeeded();
      arrival = Arrival.COMPLETE;
    } catch (SourceException e) {
      pause.failed(e);
      if (e.kind() == SourceException.Kind.MALFORMED && batch.size() > 1) {
        // One project may have spoiled the answer for the others.
        batch.forEach((project, promise) -> fetch(Map.of(project, promise)));
        return;
      }
      if (e.kind() == SourceException.Kind.MALFORMED
          || e.kind() == SourceException.Kind.NO_SUCH_DAY) {
        batch.keySet().forEach(pause::failed);
      }
    } catch (NotKeptException e) {
      pause.succeeded(); // It is not the source that failed.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The service stops.
    } catch (RuntimeException e) {
      InternalErrors.log(e, "a history could not be fetched");
      batch.keySet().forEach(pause::failed);
    }
    for (Promise<Arrival> promise : batch.values()) {
      promise.complete(arrival);
    }
  }
}
