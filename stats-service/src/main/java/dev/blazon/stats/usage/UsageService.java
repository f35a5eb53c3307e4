package dev.blazon.stats.usage;

import dev.blazon.usage.ReportReceipt;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageRefusal;
import dev.blazon.usage.UsageRefusal.Reason;
import dev.blazon.usage.UsageTable;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes reports of Python programs, and counts them. Nothing of it is loaded, and the database is
 * not opened, before the first report or question. Its futures fail with {@link
 * dev.blazon.usage.UsageRefusedException} only, and complete on the caller's Vert.x context, if
 * there is one. Thread-safe and non-blocking; create one per process.
 */
public final class UsageService {

  private UsageService() {}

  /**
   * Creates the service; see {@link #close}.
   *
   * @param config if it is off, everything is refused as {@link Reason#OFF}
   */
  public static UsageService create(
      Vertx vertx, UsageConfig config, Clock clock, MeterRegistry metrics) {
    return new UsageService();
  }

  /**
   * Takes reports: one JSON object, an array of objects, or objects in lines of their own.
   *
   * @param body at most {@link dev.blazon.usage.wire.UsageExchange#LONGEST_BODY}; not changed
   *     afterwards
   * @return completes when all are on disk
   */
  public Future<ReportReceipt> report(Buffer body) {
    return Future.failedFuture(off());
  }

  /** Counts reports; gives up after {@code within}. */
  public Future<UsageTable> count(UsageQuestion question, Duration within) {
    return Future.failedFuture(off());
  }

  /**
   * The reports of a stretch of time, the oldest first, as JSON Lines: each buffer has whole lines.
   * The stream is paused at first, reads from the database only what is asked for, and must be read
   * to its end, or closed.
   *
   * @param from empty: since the first
   * @param to does not belong to it; empty: until now
   */
  public Future<ReportStream> reports(Optional<Instant> from, Optional<Instant> to) {
    return Future.failedFuture(off());
  }

  /** Reports as JSON Lines. For one event loop. */
  public interface ReportStream extends ReadStream<Buffer> {
    /** Ends the stream early; further calls, and those after its end, do nothing. */
    void close();
  }

  private static RuntimeException off() {
    return UsageRefusal.of(Reason.OFF, "usage reports are not switched on").asException();
  }

  /** Writes what was accepted, and closes the database; does not close Vert.x. */
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
