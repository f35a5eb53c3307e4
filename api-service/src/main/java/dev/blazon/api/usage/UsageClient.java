package dev.blazon.api.usage;

import dev.blazon.api.remote.AnswerBody;
import dev.blazon.count.wire.InvalidAnswerException;
import dev.blazon.count.wire.StatsExchange;
import dev.blazon.service.ByteBudget;
import dev.blazon.usage.ReportReceipt;
import dev.blazon.usage.UsageTable;
import dev.blazon.usage.wire.ReceiptForm;
import dev.blazon.usage.wire.RefusalForm;
import dev.blazon.usage.wire.TableForm;
import dev.blazon.usage.wire.UsageExchange;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The HTTP client of stats services for reports, with keep-alive connections of its own: a flood of
 * reports takes none from the counts that badges show. Thread-safe.
 */
final class UsageClient {

  private static final int CONNECTIONS_PER_NODE = 16;

  private static final int WAITING_AT_MOST = 256;

  /** Shorter than the time after which a server closes an idle connection. */
  private static final int KEEP_ALIVE_SECONDS = 10;

  /** Answers that are being read: one of the longest, and many of the usual ones. */
  private static final long MEMORY = 2L * UsageExchange.LONGEST_TABLE;

  /** The part of the reader's time that is left for the way back (1/10). */
  private static final int WAY_BACK = 10;

  /** Longer than any refusal or receipt, in bytes. */
  private static final int SHORT_ANSWER = 4 * 1024;

  /** How long a node may send nothing of the reports, while they are wanted. */
  private static final int IDLE_SECONDS = 30;

  private final HttpClient http;
  private final HttpClient streams;
  private final ByteBudget budget;

  /** What was answered is no answer of a stats service. */
  static final class NoAnswerException extends RuntimeException {
    private NoAnswerException(String message) {
      super(message, null, false, false);
    }
  }

  UsageClient(Vertx vertx, MeterRegistry metrics, int streamsAtOnce) {
    this.budget = new ByteBudget("usage-answers", MEMORY, metrics);
    PoolOptions pool =
        new PoolOptions()
            .setHttp1MaxSize(CONNECTIONS_PER_NODE)
            .setMaxWaitQueueSize(WAITING_AT_MOST);
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS), pool);
    this.streams =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(false).setReadIdleTimeout(IDLE_SECONDS),
            new PoolOptions().setHttp1MaxSize(streamsAtOnce).setMaxWaitQueueSize(0));
  }

  /**
   * Sends reports.
   *
   * @return fails with {@link dev.blazon.usage.UsageRefusedException} if the service refuses them
   */
  Future<ReportReceipt> report(URI service, Buffer body, long end) {
    return exchange(
        service,
        HttpMethod.POST,
        UsageExchange.REPORT,
        body,
        end,
        answer -> ReceiptForm.read(answer.getBytes()));
  }

  /**
   * Asks a question.
   *
   * @param uri of {@link dev.blazon.usage.wire.UsageUrl#count}
   * @return fails with {@link dev.blazon.usage.UsageRefusedException} if the service refuses it
   */
  Future<UsageTable> count(URI service, String uri, long end) {
    return exchange(
        service,
        HttpMethod.GET,
        uri,
        Buffer.buffer(),
        end,
        answer -> TableForm.read(answer.getBytes()));
  }

  private interface Form<T> {
    T read(Buffer body) throws InvalidAnswerException;
  }

  private <T> Future<T> exchange(
      URI service, HttpMethod method, String uri, Buffer body, long end, Form<T> form) {
    return begin(http, service, method, uri, end)
        .compose(
            request -> {
              ByteBudget.Share memory = budget.share();
              long left = millisUntil(end);
              return request
                  .send(body)
                  .compose(response -> whole(request, response, memory))
                  .compose(answer -> read(answer, form))
                  .timeout(left, TimeUnit.MILLISECONDS)
                  .onFailure(problem -> resetIfLate(request, problem))
                  .onComplete(ended -> memory.close());
            });
  }

  private static Future<HttpClientRequest> begin(
      HttpClient client, URI service, HttpMethod method, String uri, long end) {
    if (uri.length() > StatsExchange.LONGEST_URL) {
      return Future.failedFuture(new NoAnswerException("a URL of " + uri.length() + " characters"));
    }
    long left = millisUntil(end);
    return client
        .request(
            new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(service + uri)
                .setConnectTimeout(left))
        .timeout(left, TimeUnit.MILLISECONDS)
        .map(
            request ->
                request.putHeader(
                    StatsExchange.WITHIN_HEADER,
                    StatsExchange.header(Duration.ofMillis(left - left / WAY_BACK))));
  }

  /** The body of an answer, and its status. */
  private record Answer(int status, Buffer body) {}

  private static Future<Answer> whole(
      HttpClientRequest request, HttpClientResponse response, ByteBudget.Share memory) {
    int status = response.statusCode();
    String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
    if (!UsageExchange.JSON.equals(type)) {
      response.exceptionHandler(reset -> {}); // Vert.x would log what is done here on purpose.
      request.reset();
      return Future.failedFuture(
          new NoAnswerException("stats answered " + status + " with " + type));
    }
    int longest = status == 200 ? UsageExchange.LONGEST_TABLE : SHORT_ANSWER;
    return AnswerBody.read(request, response, longest, memory)
        .map(body -> new Answer(status, body));
  }

  private static <T> Future<T> read(Answer answer, Form<T> form) {
    try {
      return answer.status() == 200
          ? Future.succeededFuture(form.read(answer.body()))
          : Future.failedFuture(RefusalForm.read(answer.body().getBytes()).asException());
    } catch (InvalidAnswerException e) {
      return Future.failedFuture(e);
    }
  }

  /**
   * Asks for reports.
   *
   * @param uri of {@link dev.blazon.usage.wire.UsageUrl#reports}
   * @param end by when the service must begin
   * @return fails with {@link dev.blazon.usage.UsageRefusedException} if the service refuses them
   */
  Future<Usage.Reports> reports(URI service, String uri, long end) {
    return begin(streams, service, HttpMethod.GET, uri, end)
        .compose(
            request ->
                request
                    .send()
                    .compose(response -> stream(request, response))
                    .timeout(millisUntil(end), TimeUnit.MILLISECONDS)
                    .onFailure(problem -> resetIfLate(request, problem)));
  }

  private Future<Usage.Reports> stream(HttpClientRequest request, HttpClientResponse response) {
    boolean isStream =
        response.statusCode() == 200
            && UsageExchange.JSON_LINES.equals(response.getHeader(HttpHeaders.CONTENT_TYPE));
    if (isStream) {
      response.pause();
      return Future.succeededFuture(new RemoteReports(request, response));
    }
    ByteBudget.Share memory = budget.share();
    return whole(request, response, memory)
        .compose(
            answer ->
                UsageClient.<Usage.Reports>read(
                    answer,
                    body -> {
                      throw new InvalidAnswerException("a table instead of reports");
                    }))
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

  /** At least one, since a timer needs as much. */
  private static long millisUntil(long end) {
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
  }

  /** Closes connections. Calls under way fail. */
  Future<Void> close() {
    return Future.join(http.close(), streams.close()).mapEmpty();
  }
}
