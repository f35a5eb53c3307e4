package dev.blazon.api.stats;

import dev.blazon.api.remote.AnswerBody;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.wire.AnswerForm;
import dev.blazon.count.wire.InvalidAnswerException;
import dev.blazon.count.wire.Question;
import dev.blazon.count.wire.StatsExchange;
import dev.blazon.service.BoundedWorkers;
import dev.blazon.service.ByteBudget;
import dev.blazon.service.OverloadedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The HTTP client of stats services, with keep-alive connections. Thread-safe. */
final class StatsClient {

  /** A question is answered in a millisecond, or it waits for a source, of which few are asked. */
  private static final int CONNECTIONS_PER_NODE = 32;

  private static final int WAITING_AT_MOST = 2048;

  /** Shorter than the time after which a server closes an idle connection. */
  private static final int KEEP_ALIVE_SECONDS = 10;

  /** Answers that are being read: one of the longest, or six of large projects. */
  private static final long MEMORY = StatsExchange.LONGEST_ANSWER;

  /** Reading a longer answer would hold up an event loop for more than a millisecond, in bytes. */
  private static final int SHORT = 32 << 10;

  /** One at a time: an answer becomes 8 MB of numbers at most. */
  private static final int READERS = 1;

  private static final int READS_WAITING = 64;

  /**
   * The part of the reader's time that is left for the way back, so that the service itself says
   * that it is slow.
   */
  private static final int WAY_BACK = 10;

  /** The longest line of a refusal that is kept, in bytes. */
  private static final int LONGEST_LINE = 200;

  private final HttpClient http;
  private final ByteBudget budget;
  private final BoundedWorkers readers;

  /** The service did not understand the question; another one would not either. */
  static final class RefusedException extends RuntimeException {
    private RefusedException(String message) {
      super(message, null, false, false);
    }
  }

  /** What was answered is no answer of a stats service. */
  private static final class NoAnswerException extends RuntimeException {
    private NoAnswerException(String message) {
      super(message, null, false, false);
    }
  }

  StatsClient(Vertx vertx, MeterRegistry metrics) {
    this.budget = new ByteBudget("stats-answers", MEMORY, metrics);
    this.readers = new BoundedWorkers(vertx, "stats-readers", READERS, READS_WAITING, metrics);
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
            new PoolOptions()
                .setHttp1MaxSize(CONNECTIONS_PER_NODE)
                .setMaxWaitQueueSize(WAITING_AT_MOST));
  }

  /**
   * Asks a question. At the end of its time the request is reset and the future fails with {@link
   * TimeoutException}, so that nothing stays under way.
   *
   * @param end as {@link System#nanoTime}
   */
  <T> Future<CountAnswer<T>> ask(URI service, Question question, AnswerForm<T> form, long end) {
    String uri = question.uri();
    if (uri.length() > StatsExchange.LONGEST_URL) {
      return Future.failedFuture(new RefusedException("a URL of " + uri.length() + " characters"));
    }
    long left = millisUntil(end);
    if (left <= 0) {
      return Future.failedFuture(new TimeoutException("no time is left"));
    }
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(service + uri)
            .setConnectTimeout(left);
    return http.request(options)
        .compose(request -> send(request, form, Math.max(1, millisUntil(end))))
        .timeout(left, TimeUnit.MILLISECONDS);
  }

  private <T> Future<CountAnswer<T>> send(
      HttpClientRequest request, AnswerForm<T> form, long left) {
    ByteBudget.Share memory = budget.share();
    return request
        .putHeader(
            StatsExchange.WITHIN_HEADER,
            StatsExchange.header(Duration.ofMillis(left - left / WAY_BACK)))
        .send()
        .compose(
            response ->
                AnswerBody.read(request, response, StatsExchange.LONGEST_ANSWER, memory)
                    .compose(body -> read(response, body, form)))
        .timeout(left, TimeUnit.MILLISECONDS)
        .onFailure(problem -> resetIfLate(request, problem))
        .onComplete(ended -> memory.close());
  }

  /**
   * Resets a request that timed out: a node that sends a byte now and then would hold the
   * connection for ever.
   */
  private static void resetIfLate(HttpClientRequest request, Throwable problem) {
    if (problem instanceof TimeoutException) {
      request.reset();
    }
  }

  private <T> Future<CountAnswer<T>> read(
      HttpClientResponse response, Buffer body, AnswerForm<T> form) {
    int status = response.statusCode();
    String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
    if (status == 200 && StatsExchange.JSON.equals(type)) {
      return body.length() <= SHORT
          ? parse(body, form)
          : readers.run(() -> form.read(body.getBytes()));
    }
    String problem = status == 200 ? "stats answered with " + type : "stats answered " + status;
    return Future.failedFuture(
        switch (status) {
          case 400, 414, 431 -> new RefusedException(problem + ": " + line(body));
          default -> new NoAnswerException(problem);
        });
  }

  private static <T> Future<CountAnswer<T>> parse(Buffer body, AnswerForm<T> form) {
    try {
      return Future.succeededFuture(form.read(body.getBytes()));
    } catch (InvalidAnswerException e) {
      return Future.failedFuture(e);
    }
  }

  private static String line(Buffer body) {
    return body.getString(0, Math.min(LONGEST_LINE, body.length())).strip();
  }

  private static long millisUntil(long end) {
    return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
  }

  /** Whether the problem means that no process listens there. */
  static boolean isGone(Throwable problem) {
    return problem instanceof ConnectException || problem instanceof UnknownHostException;
  }

  /** Whether there are too many questions, which does not mean that the node is unhealthy. */
  static boolean isBusy(Throwable problem) {
    return problem instanceof ConnectionPoolTooBusyException
        || problem instanceof OverloadedException;
  }

  /** Closes connections and threads. Questions under way fail. */
  Future<Void> close() {
    return http.close().eventually(readers::close);
  }
}
