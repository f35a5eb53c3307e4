package dev.blazon.api.web;

import dev.blazon.api.page.Page;
import dev.blazon.api.rendered.RenderedAnswer;
import dev.blazon.api.rendered.RenderedAnswers;
import dev.blazon.api.rendered.Representation;
import dev.blazon.api.rendered.WebMetrics;
import dev.blazon.api.resolve.RequestTarget;
import dev.blazon.service.Contexts;
import dev.blazon.service.RequestId;
import dev.blazon.service.http.AcceptEncoding;
import dev.blazon.service.http.AccessLogEntry;
import dev.blazon.service.http.EntityTag;
import dev.blazon.service.http.Health;
import dev.blazon.service.http.SecurityHeaders;
import dev.blazon.service.log.InternalErrors;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where every request comes in. An answer given before and still fresh goes out at once; everything
 * else takes the long way, and requests for the same URL take it together. One for each event loop.
 */
final class HttpFront implements Handler<HttpServerRequest> {

  private static final CharSequence ALLOW = HttpHeaders.createOptimized("Allow");
  private static final String METHODS = "GET, HEAD, OPTIONS";
  private static final String A_DAY = "86400";
  private static final int OK = 200;

  private final Context context;
  private final RenderedAnswers rendered;
  private final Page page;
  private final BadgeAnswers answers;
  private final WebMetrics metrics;
  private final Health health;
  private final Clock clock;
  private final Map<RequestTarget, Future<RenderedAnswer>> underway = new HashMap<>();

  HttpFront(Context context, WebParts parts) {
    this.context = context;
    this.rendered = parts.rendered();
    this.page = parts.page();
    this.answers = parts.answers();
    this.metrics = parts.metrics();
    this.health = new Health(parts.readiness());
    this.clock = parts.clock();
  }

  @Override
  public void handle(HttpServerRequest request) {
    AccessLogEntry visit = AccessLogEntry.begin(request);
    try {
      take(visit);
    } catch (RuntimeException e) {
      fail(visit, e); // Vert.x would only log it, and the client wait.
    }
  }

  private void take(AccessLogEntry visit) {
    HttpServerRequest request = visit.request();
    HttpMethod method = request.method();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      answer(visit);
      return;
    }
    request.response().putHeader(RequestId.HEADER, visit.id().text());
    if (method.equals(HttpMethod.OPTIONS)) {
      allow(request.response());
    } else if (!page.test(request)) {
      refuse(request.response());
    }
  }

  private void answer(AccessLogEntry visit) {
    HttpServerRequest request = visit.request();
    String host = request.getHeader(HttpHeaders.HOST);
    RequestTarget ask = RequestTarget.of(host == null ? "" : host, request.uri());
    Optional<RenderedAnswer> fresh = rendered.fresh(ask, clock.millis());
    if (fresh.isPresent()) {
      metrics.hit();
      send(visit, fresh.get(), "hit");
      return;
    }
    request.response().putHeader(RequestId.HEADER, visit.id().text());
    if (health.test(request) || page.test(request)) {
      return;
    }
    metrics.miss();
    long start = System.nanoTime();
    together(ask, visit.id())
        .onSuccess(
            answer -> {
              metrics.lookedUp(System.nanoTime() - start);
              send(visit, answer, "miss");
            })
        .onFailure(problem -> fail(visit, problem));
  }

  /** One way for all who ask for the same URL at the same time; completes on our own context. */
  private Future<RenderedAnswer> together(RequestTarget ask, RequestId first) {
    Future<RenderedAnswer> going = underway.get(ask);
    if (going != null) {
      return going;
    }
    Future<RenderedAnswer> started = Contexts.context(context, answers.answer(ask, first));
    if (!started.isComplete()) {
      underway.put(ask, started);
      started.onComplete(done -> underway.remove(ask));
    }
    return started;
  }

  private void send(AccessLogEntry visit, RenderedAnswer answer, String cache) {
    HttpServerRequest request = visit.request();
    HttpServerResponse response = request.response();
    if (response.closed()) {
      return; // The client did not wait.
    }
    visit.tell(answer.outcome().word(), cache);
    answer.counter().increment();
    Representation form = answer.representation(answer.isCompressible() && takesGzip(request));
    MultiMap headers = form.headers(clock.millis());
    List<String> known = request.headers().getAll(HttpHeaders.IF_NONE_MATCH);
    if (answer.status() == OK && EntityTag.matches(known, form.etag())) {
      notModified(response, headers, visit.id());
      return;
    }
    response.setStatusCode(answer.status());
    response.headers().setAll(headers).add(RequestId.HEADER, visit.id().text());
    if (request.method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(form.body());
    }
  }

  /** Not even the badge that tells of our own mistakes could be made. */
  private void fail(AccessLogEntry visit, Throwable problem) {
    metrics.failed();
    InternalErrors.log(visit.id(), problem, "no answer to {}", visit.request().uri());
    if (visit.request().response().ended()) {
      return;
    }
    SecurityHeaders.put(visit.request().response()).setStatusCode(500).end();
  }

  private static boolean takesGzip(HttpServerRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null && AcceptEncoding.takesGzip(accepted);
  }

  /** All that a full answer would say, but for what describes the body (RFC 9110, 15.4.5). */
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

  /** Any page may ask for any badge: the answer to a CORS preflight, or to the curious. */
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
