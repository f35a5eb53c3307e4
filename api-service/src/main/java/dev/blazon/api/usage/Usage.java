package dev.blazon.api.usage;

import dev.blazon.usage.ReportReceipt;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageTable;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The reports of Python programs as the API uses them: over HTTP, or in process. Futures fail with
 * {@link dev.blazon.usage.UsageRefusedException} only, and complete on the caller's Vert.x context,
 * if there is one. Thread-safe.
 */
public interface Usage {

  /** Whether the operator has switched reports on. */
  boolean isOn();

  /**
   * Takes reports: one JSON object, an array of objects, or objects in lines of their own.
   *
   * @param body at most {@link dev.blazon.usage.wire.UsageExchange#LONGEST_BODY}
   * @return completes when all are on disk; a failure that does not say so leaves open whether they
   *     are
   */
  Future<ReportReceipt> report(Buffer body, Duration within);

  /** Counts reports. */
  Future<UsageTable> count(UsageQuestion question, Duration within);

  /**
   * The reports of a stretch of time, the oldest first, as JSON Lines.
   *
   * @param from empty: since the first
   * @param to does not belong to it; empty: until now
   * @param within how long the first of them may take
   */
  Future<Reports> reports(Optional<Instant> from, Optional<Instant> to, Duration within);

  /**
   * Reports as JSON Lines; a line may be in two buffers. The stream is paused at first, and must be
   * read to its end, or closed. For one event loop.
   */
  interface Reports extends ReadStream<Buffer> {

    /** Ends the stream early; further calls, and those after its end, do nothing. */
    void close();
  }

  /** Closes connections, files and threads. Calls under way fail. */
  Future<Void> close();
}
