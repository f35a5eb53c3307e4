package dev.blazon.service.http;

import dev.blazon.service.ByteBudget;
import dev.blazon.service.http.UnreadBodyException.Reason;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the body of one request. Used on one event loop. */
final class BodyReader implements AutoCloseable {

  /** The length of a block, in bytes: bodies come in many pieces, each of a single byte or more. */
  private static final int BLOCK = 4 * 1024;

  private static final long SECOND_MILLIS = 1000;

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final int mostBytes;
  private final ByteBudget.Share share;
  private final Deadline deadline;
  private final long begun = System.nanoTime();
  private final Promise<Buffer> whole = Promise.promise();

  /** What has arrived: one growing buffer would need its length twice whenever it grows. */
  private final List<byte[]> blocks = new ArrayList<>();

  private int length;
  private long timer;

  /**
   * How long a body may take.
   *
   * @param within the time for a short body
   * @param bytesASecond as many bytes extend the time by one second
   */
  record Deadline(Duration within, int bytesASecond) {

    /** The time for a body of which this much has arrived, in milliseconds. */
    long millis(int arrived) {
      return within.toMillis() + arrived * SECOND_MILLIS / bytesASecond;
    }
  }

  BodyReader(
      Vertx vertx,
      HttpServerRequest request,
      int mostBytes,
      ByteBudget.Share share,
      Deadline deadline) {
    this.vertx = vertx;
    this.request = request;
    this.mostBytes = mostBytes;
    this.share = share;
    this.deadline = deadline;
  }

  /** Starts reading; the future fails with {@link UnreadBodyException}. */
  Future<Buffer> start() {
    request
        .handler(this::take)
        .endHandler(ended -> finish())
        .exceptionHandler(problem -> fail(Reason.BROKEN));
    waitFor(deadline.millis(0));
    return whole.future();
  }

  private void waitFor(long millis) {
    timer = vertx.setTimer(Math.max(1, millis), now -> checkTime());
  }

  private void checkTime() {
    long left = deadline.millis(length) - (System.nanoTime() - begun) / 1_000_000;
    if (left > 0) {
      waitFor(left);
    } else {
      fail(Reason.TOO_SLOW);
    }
  }

  private void take(Buffer part) {
    if (whole.future().isComplete()) {
      return; // The rest is read and discarded.
    }
    if (length + part.length() > mostBytes) {
      fail(Reason.TOO_LONG);
    } else if (!copy(part)) {
      fail(Reason.NO_ROOM);
    }
  }

  /** Appends the bytes; false if the budget has no room for another block. */
  private boolean copy(Buffer part) {
    int copied = 0;
    while (copied < part.length()) {
      int at = length % BLOCK;
      if (at == 0) {
        if (!share.tryTake(BLOCK)) {
          return false;
        }
        blocks.add(new byte[BLOCK]);
      }
      int size = Math.min(BLOCK - at, part.length() - copied);
      part.getBytes(copied, copied + size, blocks.get(blocks.size() - 1), at);
      copied += size;
      length += size;
    }
    return true;
  }

  private void finish() {
    if (whole.future().isComplete()) {
      return;
    }
    vertx.cancelTimer(timer);
    // The blocks and the whole body are in memory together for a moment.
    if (!share.tryTake(length)) {
      fail(Reason.NO_ROOM);
      return;
    }
    Buffer body = Buffer.buffer(length);
    for (byte[] block : blocks) {
      body.appendBytes(block, 0, Math.min(BLOCK, length - body.length()));
    }
    blocks.clear();
    whole.complete(body);
  }

  private void fail(Reason reason) {
    vertx.cancelTimer(timer);
    close();
    whole.tryFail(new UnreadBodyException(reason));
  }

  /** Releases the body's bytes in the budget; the body must no longer be used. */
  @Override
  public void close() {
    blocks.clear();
    share.close();
  }
}
