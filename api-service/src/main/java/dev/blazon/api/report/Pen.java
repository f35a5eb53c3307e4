package dev.blazon.api.report;

import dev.blazon.api.question.Provenance;
import dev.blazon.api.question.Refusal;
import dev.blazon.api.question.RefusedException;
import dev.blazon.service.BoundedWorkers;
import dev.blazon.service.ByteBudget;
import dev.blazon.service.http.EntityTag;
import dev.blazon.service.http.Gzip;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Writes answers into memory: short ones at once, long ones on worker threads. The bytes of all
 * answers that are being written are bounded in sum. Thread-safe.
 */
final class Pen {

  /** An answer of as many numbers takes about 20 microseconds to write. */
  private static final long SHORT = 400;

  /** Below this, gzip saves no packet, in bytes. */
  private static final int LEAST_PACKED = 1_000;

  private static final int THREADS = 2;

  /**
   * The longest answer takes some ten milliseconds, so the last in the queue waits for less than a
   * second.
   */
  private static final int QUEUE = 64;

  /** As many of the longest answers at once as there are threads, each with its copies. */
  private static final int COPIES = 4;

  private final BoundedWorkers workers;
  private final ByteBudget budget;
  private final int longest;

  /**
   * Creates the pen.
   *
   * @param longest how long an answer may be, in bytes
   */
  Pen(Vertx vertx, int longest, MeterRegistry metrics) {
    this.longest = longest;
    this.workers = new BoundedWorkers(vertx, "reports", THREADS, QUEUE, metrics);
    this.budget = new ByteBudget("reports", (long) THREADS * COPIES * longest, metrics);
  }

  /**
   * Writes an answer.
   *
   * @param gzip whether the client accepts gzip
   * @return fails with {@link RefusedException} if it is too long, and with {@link
   *     dev.blazon.service.OverloadedException} if there is no memory or no thread for it
   */
  Future<Rendered> write(Content content, boolean gzip) {
    return content.numbers() <= SHORT
        ? Future.succeededFuture(rendered(content, gzip))
        : workers.run(() -> rendered(content, gzip));
  }

  /** Writes an error. */
  Rendered refused(Refusal refusal, ErrorForm form) {
    byte[] body = form.body(refusal);
    return new Rendered(
        refusal.status(),
        form.contentType(),
        Buffer.buffer(body),
        EntityTag.of(body),
        false,
        Provenance.NONE,
        Optional.of(refusal),
        budget.share());
  }

  private Rendered rendered(Content content, boolean gzip) {
    ByteBudget.Share memory = budget.share();
    try {
      AnswerBytes out = new AnswerBytes(memory, longest);
      content.text().write(out);
      byte[] plain = out.toBytes();
      String tag = EntityTag.of(plain);
      Buffer body = Buffer.buffer(plain);
      boolean packed = gzip && plain.length >= LEAST_PACKED;
      return new Rendered(
          200,
          content.type(),
          packed ? Gzip.compress(body) : body,
          packed ? tag.substring(0, tag.length() - 1) + "-gzip\"" : tag,
          packed,
          content.about(),
          Optional.empty(),
          memory);
    } catch (IOException e) {
      memory.close();
      throw new UncheckedIOException("writing to memory cannot fail", e);
    } catch (RuntimeException e) {
      memory.close();
      throw e;
    }
  }

  /** Ends the workers. */
  Future<Void> close() {
    return workers.close();
  }
}
