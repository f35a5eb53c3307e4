package dev.blazon.api.usage.call;

import dev.blazon.api.usage.Usage;
import dev.blazon.service.BoundedWorkers;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * Moves reports to a reader, one buffer after the other: the next is asked for when the one before
 * is on its way. When the reader goes, the stream is closed. Used on the request's event loop.
 */
final class Transfer {

  private final Usage.Reports reports;
  private final ReportShape shape;
  private final BoundedWorkers writers;
  private final HttpServerResponse response;
  private final Promise<Void> done = Promise.promise();
  private boolean busy;
  private boolean ended;

  Transfer(
      Usage.Reports reports,
      ReportShape shape,
      BoundedWorkers writers,
      HttpServerResponse response) {
    this.reports = reports;
    this.shape = shape;
    this.writers = writers;
    this.response = response;
  }

  /** The reader takes no more; nobody else has to know. */
  static final class ReaderGoneException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ReaderGoneException() {
      super("the reader has gone", null, false, false);
    }
  }

  /** Moves everything; fails if that breaks off, with {@link ReaderGoneException} or otherwise. */
  Future<Void> run() {
    response.closeHandler(closed -> readerGone());
    response.exceptionHandler(closed -> readerGone());
    reports.exceptionHandler(done::tryFail);
    reports.endHandler(
        end -> {
          ended = true;
          finish();
        });
    reports.handler(this::move);
    reports.fetch(1);
    return done.future().onComplete(end -> reports.close());
  }

  private void move(Buffer part) {
    busy = true;
    writers
        .run(() -> shape.of(part))
        .onFailure(done::tryFail)
        .compose(this::write)
        .onSuccess(
            written -> {
              busy = false;
              if (ended) {
                finish();
              } else if (!done.future().isComplete()) {
                reports.fetch(1);
              }
            });
  }

  private Future<Void> write(Buffer part) {
    return part.length() == 0
        ? Future.succeededFuture()
        : response.write(part).onFailure(closed -> readerGone());
  }

  private void readerGone() {
    done.tryFail(new ReaderGoneException());
  }

  private void finish() {
    if (busy || done.future().isComplete()) {
      return;
    }
    busy = true;
    writers
        .run(shape::end)
        .onFailure(done::tryFail)
        .onSuccess(
            rest ->
                response
                    .end(rest)
                    .onFailure(closed -> readerGone())
                    .onSuccess(sent -> done.tryComplete()));
  }
}
