package dev.blazon.upstream;

import dev.blazon.service.ByteBudget;
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
 * One request and its response, which is read as it arrives. The response must begin within the
 * deadline, must not pause for longer than the deadline, and must end within the transfer limit.
 * Used once, on one event loop.
 */
final class Exchange<T> {

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  /** How much of an unused body is read, in bytes, so that its connection can be reused. */
  private static final long MAX_DRAINED = 64 * 1024;

  /** About what a reader takes: the parser, a window of gzip, and buffers; in bytes. */
  private static final long A_READER = 64 * 1024;

  /**
   * Facts take at most this part of a document, and half a megabyte; 50 readers of the largest real
   * document, of 42 MB, need less than that each ({@code LittleMemoryTest}).
   */
  private static final long FACTS_SHARE = 4;

  private static final long MOST_FACTS = 448 * 1024;

  /** How many bytes are taken at a time. */
  private static final long STEP = 16 * 1024;

  private final Vertx vertx;
  private final UpstreamLimits limits;
  private final Function<ResponseHead, Optional<DocumentReader<T>>> readers;
  private final ByteBudget.Share memory;
  private final Promise<Answered<T>> promise = Promise.promise();
  private final long begun = System.nanoTime();
  private Optional<HttpClientRequest> request = Optional.empty();
  private Optional<Gunzip> gunzip = Optional.empty();
  private boolean done;
  private long timer;
  private long bytes;
  private long bytesAtLastCheck = -1;

  /**
   * The result of an exchange.
   *
   * @param retryAfter the header, if the upstream sent it with a 429 or 503
   * @param status the HTTP status; 0: no answer arrived
   */
  record Answered<T>(Fetched<T> fetched, Optional<String> retryAfter, int status) {

    /** Whether the upstream says that it is broken, even if the body of that answer was wanted. */
    boolean isServerError() {
      return status >= 500;
    }

    boolean isRateLimited() {
      return status == 429;
    }
  }

  /**
   * @param memory the bytes of all documents that are being read
   * @param readers creates a reader for an answer; empty: its body is not wanted
   */
  Exchange(
      Vertx vertx,
      UpstreamLimits limits,
      ByteBudget memory,
      Function<ResponseHead, Optional<DocumentReader<T>>> readers) {
    this.vertx = vertx;
    this.limits = limits;
    this.memory = memory.share();
    this.readers = readers;
  }

  Future<Answered<T>> start(HttpClient client, RequestOptions options, Optional<Buffer> body) {
    timer = vertx.setPeriodic(limits.deadline().toMillis(), id -> checkProgress());
    try {
      client.request(options).onComplete(opened -> send(opened, body), this::fail);
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

  private void send(HttpClientRequest opened, Optional<Buffer> body) {
    if (done) {
      opened.reset();
      return;
    }
    request = Optional.of(opened);
    body.map(opened::send).orElseGet(opened::send).onComplete(this::receive, this::fail);
  }

  private void receive(HttpClientResponse response) {
    response.exceptionHandler(this::fail);

    int status = response.statusCode();
    Optional<String> retryAfter =
        status == 429 || status == 503
            ? Optional.ofNullable(response.getHeader("Retry-After"))
            : Optional.empty();
    Optional<DocumentReader<T>> reader =
        readers.apply(new ResponseHead(status, response.headers()));
    if (reader.isPresent()) {
      readBody(response, reader.get(), retryAfter);
      return;
    }
    drain(response);
    complete(
        switch (status) {
          case 304 -> new Fetched.NotModified<>();
          case 404, 410 -> new Fetched.Missing<>();
          case 301, 302, 303, 307, 308 -> redirect(response.getHeader("Location"));
          case 401, 403 -> Fetched.failed(Fetched.Trouble.REFUSED);
          case 429 -> Fetched.failed(Fetched.Trouble.RATE_LIMITED);
          default ->
              Fetched.failed(status >= 500 ? Fetched.Trouble.UNREACHABLE : Fetched.Trouble.INVALID);
        },
        retryAfter,
        status);
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

  private void readBody(
      HttpClientResponse response, DocumentReader<T> reader, Optional<String> retryAfter) {
    String encoding = Optional.ofNullable(response.getHeader("Content-Encoding")).orElse("");
    Gunzip.Sink bounded =
        (piece, offset, length) -> {
          bytes += length;
          if (bytes > limits.maxBytes()) {
            throw new InvalidDocumentException("longer than " + limits.maxBytes() + " bytes");
          }
          if (!done && takeMemory()) {
            reader.feed(piece, offset, length);
          }
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
    response.endHandler(
        end -> guarded(() -> finish(reader, etag, retryAfter, response.statusCode())));
  }

  /** Takes what this document needs by now; without room for it, the exchange ends. */
  private boolean takeMemory() {
    long needed = A_READER + Math.min(bytes / FACTS_SHARE, MOST_FACTS);
    if (needed - memory.taken() >= STEP && !memory.tryTake(needed - memory.taken())) {
      abort(Fetched.Trouble.BUSY);
      return false;
    }
    return true;
  }

  private void feed(Buffer chunk, Gunzip.Sink sink) throws InvalidDocumentException {
    byte[] received = chunk.getBytes();
    if (gunzip.isPresent()) {
      gunzip.get().feed(received);
    } else {
      sink.feed(received, 0, received.length);
    }
  }

  private void finish(
      DocumentReader<T> reader, Optional<String> etag, Optional<String> retryAfter, int status)
      throws InvalidDocumentException {
    if (gunzip.isPresent()) {
      gunzip.get().finish();
    }
    complete(new Fetched.Document<>(reader.finish(), etag), retryAfter, status);
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
      complete(Fetched.failed(trouble), Optional.empty(), 0);
      request.ifPresent(HttpClientRequest::reset);
    }
  }

  private void complete(Fetched<T> fetched, Optional<String> retryAfter, int status) {
    if (!done) {
      done = true;
      vertx.cancelTimer(timer);
      gunzip.ifPresent(Gunzip::close);
      memory.close();
      promise.complete(new Answered<>(fetched, retryAfter, status));
    }
  }
}
