package dev.blazon.stats.web;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import dev.blazon.count.wire.InvalidQuestionException;
import dev.blazon.count.wire.Question;
import dev.blazon.count.wire.QuestionUrl;
import dev.blazon.count.wire.StatsExchange;
import dev.blazon.service.RequestId;
import dev.blazon.service.http.AccessLogEntry;
import dev.blazon.service.http.Health;
import dev.blazon.service.http.PlainText;
import dev.blazon.service.http.SecurityHeaders;
import dev.blazon.service.log.InternalErrors;
import dev.blazon.stats.web.AnswerWriter.Written;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The HTTP interface: a {@link Question} by GET, its answer as JSON. Also answers {@link Health}
 * checks. The protocol is defined in {@link StatsExchange}. Used on event loops.
 */
final class StatsEndpoint implements Handler<HttpServerRequest> {

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private static final CharSequence JSON = createOptimized(StatsExchange.JSON);
  private static final CharSequence NO_STORE = createOptimized("no-store");

  /** For questions without the header, as a person asks them. */
  private static final Duration USUAL_WITHIN = Duration.ofSeconds(10);

  private static final String NO_CACHE = "-";

  private final Answering service;
  private final Optional<UsageEndpoint> usage;
  private final AnswerWriter writer;
  private final EndpointMetrics metrics;
  private final Health health;

  StatsEndpoint(
      Answering service,
      Optional<UsageEndpoint> usage,
      AnswerWriter writer,
      EndpointMetrics metrics,
      Health health) {
    this.service = service;
    this.usage = usage;
    this.writer = writer;
    this.metrics = metrics;
    this.health = health;
  }

  @Override
  public void handle(HttpServerRequest request) {
    AccessLogEntry entry = AccessLogEntry.begin(request);
    SecurityHeaders.put(request.response()).putHeader(RequestId.HEADER, entry.id().text());
    if (request.uri().length() > StatsExchange.LONGEST_URL) {
      refuse(request, 414, "the URL is longer than " + StatsExchange.LONGEST_URL + " characters");
    } else if (!QuestionUrl.isAt(request.path())) {
      if (!isAboutUsage(entry) && !health.handle(request)) {
        refuse(request, 404, "not found: try " + String.join(", ", QuestionUrl.paths()));
      }
    } else if (READING.contains(request.method())) {
      ask(entry);
    } else {
      request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
      refuse(request, 405, "only GET and HEAD");
    }
  }

  private boolean isAboutUsage(AccessLogEntry entry) {
    return usage.isPresent() && usage.get().handle(entry);
  }

  private void ask(AccessLogEntry entry) {
    HttpServerRequest request = entry.request();
    String query = request.query();
    Question question;
    Duration within;
    try {
      within = StatsExchange.within(request.getHeader(StatsExchange.WITHIN_HEADER), USUAL_WITHIN);
      question = QuestionUrl.read(request.path(), query == null ? "" : query);
    } catch (InvalidQuestionException e) {
      refuse(request, 400, e.getMessage());
      return;
    }
    write(service.ask(question, within))
        .onSuccess(written -> send(entry, written))
        .onFailure(e -> fail(entry, e));
  }

  private void fail(AccessLogEntry entry, Throwable e) {
    HttpServerRequest request = entry.request();
    if (e instanceof AnswerWriter.TooLongException) {
      refuse(request, 400, e.getMessage());
    } else {
      InternalErrors.log(entry.id(), e, "cannot answer {}", request.uri());
      refuse(request, 500, "cannot answer this question");
    }
  }

  private <T> Future<Written> write(Answering.Reply<T> reply) {
    return reply.answer().compose(answer -> writer.write(reply.form(), answer));
  }

  private static void send(AccessLogEntry entry, Written written) {
    HttpServerResponse response = entry.request().response();
    entry.setResult(written.word(), NO_CACHE);
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
        .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
    Future<Void> sent;
    if (HttpMethod.HEAD.equals(entry.request().method())) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(written.body().length()));
      sent = response.end();
    } else {
      sent = response.end(written.body());
    }
    sent.onComplete(ended -> written.memory().close());
  }

  private void refuse(HttpServerRequest request, int status, String line) {
    if (request.response().ended()) {
      return;
    }
    metrics.refused(status);
    PlainText.answer(request, status, line);
  }
}
