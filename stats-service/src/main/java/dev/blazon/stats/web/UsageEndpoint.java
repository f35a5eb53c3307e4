package dev.blazon.stats.web;

import dev.blazon.count.wire.InvalidQuestionException;
import dev.blazon.count.wire.StatsExchange;
import dev.blazon.service.http.AccessLogEntry;
import dev.blazon.service.http.RequestBodies;
import dev.blazon.service.http.UnreadBodyException;
import dev.blazon.service.log.InternalErrors;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageRefusal;
import dev.blazon.usage.UsageRefusal.Reason;
import dev.blazon.usage.UsageRefusedException;
import dev.blazon.usage.wire.ReceiptForm;
import dev.blazon.usage.wire.RefusalForm;
import dev.blazon.usage.wire.TableForm;
import dev.blazon.usage.wire.UsageExchange;
import dev.blazon.usage.wire.UsageUrl;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/** The HTTP interface to usage reports, as {@link UsageExchange} defines it. On event loops. */
final class UsageEndpoint {

  /** For questions without the header, as a person asks them. */
  private static final Duration USUAL_WITHIN = Duration.ofSeconds(10);

  private static final int OK = 200;

  private final UsageAnswering usage;
  private final RequestBodies bodies;

  UsageEndpoint(UsageAnswering usage, RequestBodies bodies) {
    this.usage = usage;
    this.bodies = bodies;
  }

  /** Answers a request, if it is about usage. */
  boolean handle(AccessLogEntry entry) {
    HttpServerRequest request = entry.request();
    boolean isPost = HttpMethod.POST.equals(request.method());
    if (isPost && UsageExchange.REPORT.equals(request.path())) {
      report(entry);
    } else if (HttpMethod.GET.equals(request.method()) && UsageUrl.COUNT.equals(request.path())) {
      count(entry);
    } else if (HttpMethod.GET.equals(request.method()) && UsageUrl.REPORTS.equals(request.path())) {
      reports(entry);
    } else {
      return false;
    }
    return true;
  }

  private void report(AccessLogEntry entry) {
    bodies
        .read(entry.request(), UsageExchange.LONGEST_BODY, usage::report)
        .onSuccess(receipt -> send(entry.request(), OK, ReceiptForm.write(receipt)))
        .onFailure(problem -> fail(entry, problem));
  }

  private void count(AccessLogEntry entry) {
    UsageQuestion question;
    Duration within;
    try {
      within =
          StatsExchange.within(
              entry.request().getHeader(StatsExchange.WITHIN_HEADER), USUAL_WITHIN);
      question = UsageUrl.readCount(query(entry));
    } catch (InvalidQuestionException e) {
      fail(entry, badQuestion(e));
      return;
    }
    usage
        .count(question, within)
        .onSuccess(
            table -> {
              byte[] body = TableForm.write(table);
              if (body.length > UsageExchange.LONGEST_TABLE) {
                fail(
                    entry,
                    UsageRefusal.of(
                            Reason.BAD_QUESTION,
                            "the table is too long: ask for fewer fields or a longer interval")
                        .asException());
              } else {
                send(entry.request(), OK, body);
              }
            })
        .onFailure(problem -> fail(entry, problem));
  }

  private void reports(AccessLogEntry entry) {
    UsageUrl.Span span;
    try {
      span = UsageUrl.readReports(query(entry));
    } catch (InvalidQuestionException e) {
      fail(entry, badQuestion(e));
      return;
    }
    usage
        .reports(span.from(), span.to())
        .onSuccess(lines -> send(entry, lines))
        .onFailure(problem -> fail(entry, problem));
  }

  private static void send(AccessLogEntry entry, UsageAnswering.Lines lines) {
    HttpServerResponse response = entry.request().response();
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, UsageExchange.JSON_LINES)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    lines.stream()
        .pipeTo(response)
        .onComplete(
            (sent, failure) -> {
              lines.close().run();
              if (failure != null) {
                response.reset(); // A cut stream must not look whole.
              }
            });
  }

  private static String query(AccessLogEntry entry) {
    String query = entry.request().query();
    return query == null ? "" : query;
  }

  private static Throwable badQuestion(InvalidQuestionException e) {
    return UsageRefusal.of(Reason.BAD_QUESTION, e.getMessage()).asException();
  }

  private static void fail(AccessLogEntry entry, Throwable problem) {
    UsageRefusal refusal;
    if (problem instanceof UsageRefusedException refused) {
      refusal = refused.refusal();
    } else if (problem instanceof UnreadBodyException unread) {
      refusal =
          switch (unread.reason()) {
            case TOO_LONG ->
                UsageRefusal.of(
                    Reason.TOO_LARGE,
                    "the body is longer than " + UsageExchange.LONGEST_BODY + " bytes");
            case NO_ROOM ->
                new UsageRefusal(Reason.OVER_BUDGET, "too many others send", Duration.ofSeconds(2));
            case TOO_SLOW, BROKEN ->
                UsageRefusal.of(Reason.BAD_BODY, "the body did not arrive whole");
          };
    } else {
      InternalErrors.log(entry.id(), problem, "cannot answer {}", entry.request().uri());
      refusal = UsageRefusal.of(Reason.UNAVAILABLE, "cannot answer this");
    }
    send(entry.request(), refusal.reason().status(), RefusalForm.write(refusal));
  }

  private static void send(HttpServerRequest request, int status, byte[] body) {
    if (request.response().ended() || request.response().closed()) {
      return;
    }
    request
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, UsageExchange.JSON)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(Buffer.buffer(body));
  }
}
