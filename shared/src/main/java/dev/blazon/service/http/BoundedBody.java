package dev.blazon.service.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads the body of a request up to a maximum length. */
public final class BoundedBody {

  private BoundedBody() {}

  /**
   * Reads the body.
   *
   * @param mostBytes the maximum length, in bytes
   * @return the body; fails with {@link TooLongException} as soon as it is too long. The rest is
   *     then read and discarded
   */
  public static Future<Buffer> read(HttpServerRequest request, int mostBytes) {
    Promise<Buffer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    request
        .handler(
            part -> {
              if (body.length() + part.length() <= mostBytes) {
                body.appendBuffer(part);
              } else {
                whole.tryFail(new TooLongException(mostBytes));
              }
            })
        .endHandler(ended -> whole.tryComplete(body))
        .exceptionHandler(whole::tryFail);
    return whole.future();
  }

  /** The body is longer than the maximum. */
  public static final class TooLongException extends Exception {
    TooLongException(int mostBytes) {
      super("more than " + mostBytes + " bytes", null, false, false);
    }
  }
}
