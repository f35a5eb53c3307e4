package dev.blazon.upstream;

import dev.blazon.service.log.InternalErrors;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One GET request and its response, which is read as it arrives. The response must begin within the
 * deadline, must not pause for longer than the deadline, and must end within the transfer limit.
 * Used once, on one event loop.
 */
final class Exchange<T> {

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  /** How much of an unused body is read, in bytes, so that its connection can be reused. */
  private static final long MAX_DRAINED = 64 * 1024;

  private final Vertx vertx;
  private final UpstreamLimits limits;
  private final Function<String, DocumentReader<T>> readers;
  private final Promise<Answered<T>> promise = Promise.promise();
  private final long begun = System.nanoTime();
  private Optional<HttpClientRequest> request = Optional.empty();
  private Optional<Gunzip> gunzip = Optional.empty();
  private boolean done;
  private long timer;
  private long bytes;
  private long bytesAtLastCheck = -1;

  /** The result, and the {@code Retry-After} header if the upstream sent one with a 429 or 503. */
  record Answered<T>(Fetched<T> fetched, Optional<String> retryAfter) {}

  /**
   * @param readers creates a reader for a media type
   */
  Exchange(Vertx vertx, UpstreamLimits limits, Function<String, DocumentReader<T>> readers) {
    this.vertx = vertx;
    this.limits = limits;
    this.readers = readers;
  }

  Future<Answered<T>> start(HttpClient client, RequestOptions options) {
    timer = vertx.setPeriodic(limits.deadline().toMillis(), id -> checkProgress());
    try {
      client.request(options).onComplete(this::send, this::fail);
    } catch (IllegalStateException e) {
      fail(e); // The client is closed because the service is stopping.
    }
    return promise.future();
  }

  /** Runs once per deadline: new bytes must have arrived since the last run. */
  private void checkProgress() {
    boolean tooLong = System.nanoTime() - begun > limits.transfer().toNanos();
    if (bytesAtLastCheck == bytes || bytes == 0 || tooLong) {
      abort(Fetched.Trouble.SLOW);
    }
    bytesAtLastCheck = bytes;
  }

  private void send(HttpClientRequest opened) {
    if (done) {
      opened.reset();
      return;
    }
    request = Optional.of(opened);
    opened.send().onComplete(this::receive, this::fail);
  }

  private void receive(HttpClientResponse response) {
    response.exceptionHandler(this::fail);

    int status = response.statusCode();
    if (status == 200) {
      readBody(response);
      return;
    }
    drain(response);
    Optional<String> retryAfter = Optional.ofNullable(response.getHeader("Retry-After"));
    complete(
        switch (status) {
          case 304 -> new Fetched.NotModified<>();
          case 404, 410 -> new Fetched.Missing<>();
          case 301, 302, 303, 307, 308 -> redirect(response.getHeader("Location"));
          case 429 -> Fetched.failed(Fetched.Trouble.RATE_LIMITED);
          default ->
              Fetched.failed(status >= 500 ? Fetched.Trouble.UNREACHABLE : Fetched.Trouble.INVALID);
        },
        status == 429 || status == 503 ? retryAfter : Optional.empty());
  }

  private Fetched<T> redirect(String location) {
    try {
      return new Fetched.Redirected<>(URI.create(location == null ? "" : location));
    } catch (IllegalArgumentException e) {
      return Fetched.failed(Fetched.Trouble.INVALID);
    }
  }

  private static void drain(HttpClientResponse response) {
    long[] drained = new long[1];
    response.handler(
        chunk -> {
          drained[0] += chunk.length();
          if (drained[0] > MAX_DRAINED) {
            response.request().reset();
          }
        });
  }

  private void readBody(HttpClientResponse response) {
    String type = Optional.ofNullable(response.getHeader("Content-Type")).orElse("");
    String encoding = Optional.ofNullable(response.getHeader("Content-Encoding")).orElse("");
    DocumentReader<T> reader = readers.apply(type);
    Gunzip.Sink bounded =
        (piece, offset, length) -> {
          bytes += length;
          if (bytes > limits.maxBytes()) {
            throw new InvalidDocumentException("longer than " + limits.maxBytes() + " bytes");
          }
          reader.feed(piece, offset, length);
        };
    switch (encoding) {
      case "gzip", "x-gzip" -> gunzip = Optional.of(new Gunzip(bounded));
      case "", "identity" -> {}
      default -> {
        abort(Fetched.Trouble.INVALID);
        return;
      }
    }
    Optional<String> etag = Optional.ofNullable(response.getHeader("ETag"));
    response.handler(chunk -> guarded(() -> feed(chunk, bounded)));
    response.endHandler(end -> guarded(() -> finish(reader, etag)));
  }

  private void feed(Buffer chunk, Gunzip.Sink sink) throws InvalidDocumentException {
    byte[] received = chunk.getBytes();
    if (gunzip.isPresent()) {
      gunzip.get().feed(received);
    } else {
      sink.feed(received, 0, received.length);
    }
  }

  private void finish(DocumentReader<T> reader, Optional<String> etag)
      throws InvalidDocumentException {
    if (gunzip.isPresent()) {
      gunzip.get().finish();
    }
    complete(new Fetched.Document<>(reader.finish(), etag), Optional.empty());
  }

  /** A step of reading; whatever it throws, the exchange is completed. */
  private interface Step {
    void take() throws InvalidDocumentException;
  }

  private void guarded(Step step) {
    if (done) {
      return;
    }
    try {
      step.take();
    } catch (InvalidDocumentException e) {
      LOG.debug("unusable answer: {}", e.getMessage());
      abort(Fetched.Trouble.INVALID);
    } catch (RuntimeException e) {
      // A bug of ours; the request for the badge must still be answered.
      InternalErrors.log(e, "a document's reader failed");
      abort(Fetched.Trouble.INVALID);
    }
  }

  private void fail(Throwable cause) {
    if (cause instanceof ConnectionPoolTooBusyException) {
      abort(Fetched.Trouble.BUSY);
    } else if (cause instanceof TimeoutException) {
      abort(Fetched.Trouble.SLOW);
    } else {
      abort(Fetched.Trouble.UNREACHABLE);
    }
  }

  private void abort(Fetched.Trouble trouble) {
    if (!done) {
      complete(Fetched.failed(trouble), Optional.empty());
      request.ifPresent(HttpClientRequest::reset);
    }
  }

  private void complete(Fetched<T> fetched, Optional<String> retryAfter) {
    if (!done) {
      done = true;
      vertx.cancelTimer(timer);
      gunzip.ifPresent(Gunzip::close);
      promise.complete(new Answered<>(fetched, retryAfter));
    }
  }
}
