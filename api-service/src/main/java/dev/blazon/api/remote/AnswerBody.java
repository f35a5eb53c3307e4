package dev.blazon.api.remote;

import dev.blazon.service.ByteBudget;
import dev.blazon.service.OverloadedException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/**
 * Reads the body of an inner service's answer. An address may be anyone's by now, so a body that is
 * longer than any answer is not collected: the request is reset. All bodies share one budget.
 */
public final class AnswerBody {

  /** A body was longer than any answer. */
  private static final class TooLongException extends RuntimeException {
    private TooLongException(int longest) {
      super("an answer of more than " + longest + " bytes", null, false, false);
    }
  }

  private AnswerBody() {}

  /**
   * Reads a body; fails with {@link OverloadedException} if the budget has no room.
   *
   * @param longest how long an answer may be, in bytes
   * @param memory closed by the caller
   */
  public static Future<Buffer> read(
      HttpClientRequest request,
      HttpClientResponse response,
      int longest,
      ByteBudget.Share memory) {
    Promise<Buffer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    response
        .handler(
            part -> {
              if (body.length() + part.length() > longest) {
                whole.tryFail(new TooLongException(longest));
                request.reset();
              } else if (!memory.tryTake(part.length())) {
                whole.tryFail(new OverloadedException("answers of inner services"));
                request.reset();
              } else {
                body.appendBuffer(part);
              }
            })
        .exceptionHandler(whole::tryFail)
        .endHandler(ended -> whole.tryComplete(body));
    return whole.future();
  }
}
