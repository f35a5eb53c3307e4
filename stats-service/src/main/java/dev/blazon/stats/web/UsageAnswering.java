package dev.blazon.stats.web;

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
 * Usage reports as the HTTP interface uses them. The futures complete on the caller's context, and
 * fail with {@link dev.blazon.usage.UsageRefusedException}. Thread-safe.
 */
public interface UsageAnswering {

  /** Takes the reports of a body. */
  Future<ReportReceipt> report(Buffer body);

  /** Counts reports within a time. */
  Future<UsageTable> count(UsageQuestion question, Duration within);

  /** The reports of a stretch of time. */
  Future<Lines> reports(Optional<Instant> from, Optional<Instant> to);

  /**
   * Reports as JSON Lines.
   *
   * @param close ends them early
   */
  record Lines(ReadStream<Buffer> stream, Runnable close) {}
}
