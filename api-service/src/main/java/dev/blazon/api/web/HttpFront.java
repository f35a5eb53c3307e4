package dev.blazon.api.web;

import dev.blazon.api.chart.ChartAnswers;
import dev.blazon.api.page.Page;
import dev.blazon.api.rendered.RenderedAnswer;
import dev.blazon.api.rendered.RenderedAnswers;
import dev.blazon.api.rendered.Representation;
import dev.blazon.api.rendered.WebMetrics;
import dev.blazon.api.report.Reports;
import dev.blazon.api.resolve.RequestTarget;
import dev.blazon.api.usage.call.UsageCalls;
import dev.blazon.service.RequestId;
import dev.blazon.service.http.AcceptEncoding;
import dev.blazon.service.http.AccessLogEntry;
import dev.blazon.service.http.EntityTag;
import dev.blazon.service.http.Health;
import dev.blazon.service.http.SecurityHeaders;
import dev.blazon.service.log.InternalErrors;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The handler of every request. A cached answer that is still fresh is sent at once; other requests
 * go to calls about usage, to health, to the pages, to the reports, to the charts, and last to the
 * badges. Thread-safe.
 */
final class HttpFront implements Handler<HttpServerRequest> {

  private static final CharSequence ALLOW = HttpHeaders.createOptimized("Allow");
  private static final String METHODS = "GET, HEAD, OPTIONS";
  private static final String A_DAY = "86400";
  private static final int OK = 200;

  private final RenderedAnswers rendered;
  private final Page page;
  private final UsageCalls usage;
  private final Reports reports;
  private final ChartAnswers charts;
  private final BadgeAnswers answers;
  private final WebMetrics metrics;
  private final Health health;
  private final Clock clock;

  HttpFront(
      RenderedAnswers rendered,
      Page page,
      UsageCalls usage,
      Reports reports,
      ChartAnswers charts,
      BadgeAnswers answers,
      WebMetrics metrics,
      Health health,
      Clock clock) {
    this.rendered = rendered;
    this.page = page;
    this.usage = usage;
    this.reports = reports;
    this.charts = charts;
    this.answers = answers;
    this.metrics = metrics;
    this.health = health;
    this.clock = clock;
  }

  @Override
  public void handle(HttpServerRequest request) {
    AccessLogEntry entry = AccessLogEntry.begin(request);
    try {
      dispatch(entry);
    } catch (RuntimeException e) {
      fail(entry, e); // Vert.x would only log it, and the client would wait.
    }
  }

  private void dispatch(AccessLogEntry entry) {
    HttpServerRequest request = entry.request();
    if (usage.handle(entry)) {
      return;
    }
    HttpMethod method = request.method();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      answer(entry);
      return;
    }
    request.response().putHeader(RequestId.HEADER, entry.id().text());
    if (method.equals(HttpMethod.OPTIONS)) {
      allow(request.response());
    } else if (!page.handle(request)) {
      refuse(request.response());
    }
  }

  private void answer(AccessLogEntry entry) {
    HttpServerRequest request = entry.request();
    String host = request.getHeader(HttpHeaders.HOST);
    RequestTarget sent = RequestTarget.of(host == null ? "" : host, request.uri());
    boolean chart = ChartAnswers.claims(sent);
    RequestTarget target = chart ? sent.atAnyHost() : sent;
    Optional<RenderedAnswer> fresh =
        chart ? charts.fresh(target, clock.millis()) : rendered.fresh(target, clock.millis());
    if (fresh.isPresent()) {
      metrics.hit();
      send(entry, fresh.get(), "hit");
      return;
    }
    request.response().putHeader(RequestId.HEADER, entry.id().text());
    if (health.handle(request) || page.handle(request) || reports.handle(entry)) {
      return;
    }
    metrics.miss();
    long start = System.nanoTime();
    (chart ? charts.answer(target, entry.id()) : answers.answer(target, entry.id()))
        .onSuccess(
            answer -> {
              metrics.lookedUp(System.nanoTime() - start);
              send(entry, answer, "miss");
            })
        .onFailure(problem -> fail(entry, problem));
  }

  private void send(AccessLogEntry entry, RenderedAnswer answer, String cache) {
    HttpServerRequest request = entry.request();
    HttpServerResponse response = request.response();
    if (response.closed()) {
      return; // The client has gone.
    }
    entry.setResult(answer.outcome().word(), cache);
    answer.counter().increment();
    Representation form =
        answer.representation(answer.isCompressible() && AcceptEncoding.takesGzip(request));
    MultiMap headers = form.headers(clock.millis());
    List<String> known = request.headers().getAll(HttpHeaders.IF_NONE_MATCH);
    if (answer.status() == OK && EntityTag.matches(known, form.etag())) {
      notModified(response, headers, entry.id());
      return;
    }
    response.setStatusCode(answer.status());
    response.headers().setAll(headers).add(RequestId.HEADER, entry.id().text());
    if (request.method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(form.body());
    }
  }

  /** Answers 500 when not even the badge of an internal error could be made. */
  private void fail(AccessLogEntry entry, Throwable problem) {
    metrics.failed();
    InternalErrors.log(entry.id(), problem, "no answer to {}", entry.request().uri());
    if (entry.request().response().ended()) {
      return;
    }
    SecurityHeaders.put(entry.request().response()).setStatusCode(500).end();
  }

  /**
   * Sends the headers of a full answer, without those that describe the body (RFC 9110, section
   * 15.4.5).
   */
  private static void notModified(HttpServerResponse response, MultiMap headers, RequestId id) {
    response.setStatusCode(304);
    response
        .headers()
        .setAll(headers)
        .add(RequestId.HEADER, id.text())
        .remove(HttpHeaders.CONTENT_LENGTH)
        .remove(HttpHeaders.CONTENT_TYPE)
        .remove(HttpHeaders.CONTENT_ENCODING);
    response.end();
  }

  /** Answers OPTIONS, a CORS preflight among others: scripts of any site may fetch any badge. */
  private static void allow(HttpServerResponse response) {
    SecurityHeaders.put(response)
        .setStatusCode(204)
        .putHeader(ALLOW, METHODS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "*")
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY)
        .end();
  }

  private static void refuse(HttpServerResponse response) {
    SecurityHeaders.put(response)
        .setStatusCode(405)
        .putHeader(ALLOW, METHODS)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=utf-8")
        .end("Badges are only read: " + METHODS + "\n");
  }
}
