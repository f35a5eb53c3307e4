package dev.blazon.api.imaging;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/**
 * Reads the body of an imaging service's answer. An address may be anyone's by now, so a body that
 * is longer than any picture is not collected: the request is reset.
 */
final class PictureBody {

  /**
   * The longest body, in bytes. The largest pictures, two texts of 256 wide letters at three times
   * the size, have less than a fifth of it.
   */
  private static final int MAX_BYTES = 1 << 20;

  /** A body was longer than any picture. */
  private static final class TooLongException extends RuntimeException {
    private TooLongException() {
      super("an answer of more than " + MAX_BYTES + " bytes", null, false, false);
    }
  }

  private PictureBody() {}

  static Future<Buffer> read(HttpClientRequest request, HttpClientResponse response) {
    Promise<Buffer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    response
        .handler(
            part -> {
              if (body.length() + part.length() > MAX_BYTES) {
                whole.tryFail(new TooLongException());
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
