package dev.blazon.api.usage.call;

import dev.blazon.api.question.CallQuery;
import dev.blazon.api.usage.Usage;
import dev.blazon.service.BoundedWorkers;
import dev.blazon.service.OverloadedException;
import dev.blazon.service.http.AcceptEncoding;
import dev.blazon.service.http.AccessLogEntry;
import dev.blazon.service.log.InternalErrors;
import dev.blazon.usage.UsageRefusedException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends all reports as they are read, to a few readers at once. Thread-safe. */
final class Downloads {

  /** Each reads the database for as long as its reader takes. */
  static final int AT_ONCE = 4;

  private static final String JSON_LINES = "application/jsonl;charset=utf-8";

  private final Usage usage;
  private final BoundedWorkers writers;
  private final Duration patience;
  private final AtomicInteger underWay = new AtomicInteger();

  Downloads(Usage usage, BoundedWorkers writers, Duration patience) {
    this.usage = usage;
    this.writers = writers;
    this.patience = patience;
  }

  /**
   * Sends reports.
   *
   * @return what to answer instead; it does not complete if reports are sent
   * @throws dev.blazon.api.question.RefusedException if a parameter is impossible
   */
  Future<Sent> answer(AccessLogEntry entry, CallQuery query) {
    query.allowOnly("from", "to", "format");
    CountCall.Span span = CountCall.span(query);
    HttpServerRequest request = entry.request();
    boolean csv = query.choice("format", List.of("jsonl", "csv")).equals("csv");
    if (request.method().equals(HttpMethod.HEAD)) {
      begin(entry, csv, false);
      request.response().end();
      return Future.future(sent -> {});
    }
    if (underWay.incrementAndGet() > AT_ONCE) {
      underWay.decrementAndGet();
      throw new OverloadedException("downloads of reports");
    }
    return usage
        .reports(span.from(), span.to(), patience)
        .onFailure(problem -> underWay.decrementAndGet())
        .compose(
            reports -> {
              boolean gzip = AcceptEncoding.takesGzip(request);
              begin(entry, csv, gzip);
              ReportShape shape = ReportShape.of(csv, gzip);
              new Transfer(reports, shape, writers, request.response())
                  .run()
                  .onFailure(problem -> breakOff(entry, problem))
                  .onComplete(ended -> underWay.decrementAndGet());
              return Future.future(sent -> {});
            });
  }

  private static void begin(AccessLogEntry entry, boolean csv, boolean gzip) {
    HttpServerResponse response = entry.request().response();
    entry.setResult("reports", "none");
    Sent.putHeaders(response);
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, csv ? Sent.CSV_TYPE : JSON_LINES)
        .putHeader(
            "Content-Disposition",
            "attachment; filename=\"usage-reports." + (csv ? "csv" : "jsonl") + "\"");
    if (gzip) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    response.setChunked(!entry.request().method().equals(HttpMethod.HEAD));
  }

  /** The status is sent, so the reader learns of the failure by a body without an end. */
  private static void breakOff(AccessLogEntry entry, Throwable problem) {
    if (problem instanceof Transfer.ReaderGoneException) {
      return;
    }
    // A refusal is of the database, whose failures are logged where it is.
    if (!(problem instanceof UsageRefusedException)) {
      InternalErrors.log(entry.id(), problem, "{} broke off", "a download of reports");
    }
    entry.request().connection().close();
  }
}
