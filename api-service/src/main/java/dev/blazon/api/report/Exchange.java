package dev.blazon.api.report;

import dev.blazon.api.question.Provenance;
import dev.blazon.api.question.Refusal;
import dev.blazon.api.question.RefusedException;
import dev.blazon.service.OverloadedException;
import dev.blazon.service.http.AccessLogEntry;
import dev.blazon.service.http.EntityTag;
import dev.blazon.service.http.SecurityHeaders;
import dev.blazon.service.log.InternalErrors;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A call with its answer on the wire. Used on the event loop of its request. */
final class Exchange {

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  /**
   * Counts change once a day. A browser asks again after five minutes, a shared cache after an
   * hour; for a day an old answer is better than waiting.
   */
  private static final String CACHED =
      "public, max-age=300, s-maxage=3600, stale-while-revalidate=86400, stale-if-error=604800";

  /** A project that is unknown now may be counted soon. */
  private static final String BRIEF = "public, max-age=60, s-maxage=60";

  private static final String NEVER = "no-store";

  private static final CharSequence EXPOSED_HEADERS =
      HttpHeaders.createOptimized(
          "Blazon-Basis, Blazon-Credit, ETag, Last-Modified, Link, Retry-After");

  private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");

  private static final String LICENSE = "<" + Provenance.LICENSE + ">; rel=\"license\"";

  /** The preferred format of RFC 9110, section 5.6.7. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final AccessLogEntry entry;
  private final ErrorForm api;
  private final Pen pen;
  private final ReportMetrics metrics;
  private final long begun = System.nanoTime();
  private boolean answered;

  Exchange(AccessLogEntry entry, ErrorForm api, Pen pen, ReportMetrics metrics) {
    this.entry = entry;
    this.api = api;
    this.pen = pen;
    this.metrics = metrics;
  }

  /** Answers with an error that fits the problem; does nothing if the call has been answered. */
  void fail(Throwable problem) {
    send(pen.refused(refusal(problem), api));
  }

  private Refusal refusal(Throwable problem) {
    if (problem instanceof RefusedException refused) {
      return refused.refusal();
    }
    if (problem instanceof OverloadedException) {
      return Refusal.busy();
    }
    InternalErrors.log(entry.id(), problem, "no answer to {}", entry.request().path());
    return Refusal.internalError();
  }

  /** Sends the answer; does nothing if the call has been answered. */
  void send(Rendered answer) {
    HttpServerResponse response = entry.request().response();
    if (!answered && !response.closed() && !response.ended()) {
      answered = true;
      write(response, answer);
    }
    answer.memory().close();
  }

  private void write(HttpServerResponse response, Rendered answer) {
    putHeaders(response, answer);
    int status = isKnown(answer) ? NOT_MODIFIED : answer.status();
    metrics.answered(api, status, System.nanoTime() - begun);
    entry.setResult(answer.refusal().map(Refusal::code).orElse("counted"), "none");
    response.setStatusCode(status);
    if (status == NOT_MODIFIED) {
      response.end();
      return;
    }
    if (answer.packed()) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, answer.type());
    response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(answer.body().length()));
    if (entry.request().method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(answer.body());
    }
  }

  private static void putHeaders(HttpServerResponse response, Rendered answer) {
    SecurityHeaders.put(response)
        .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS)
        .putHeader(HttpHeaders.CACHE_CONTROL, cacheControl(answer))
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (answer.refusal().isPresent()) {
      Refusal refusal = answer.refusal().get();
      if (refusal.retrySeconds().isPresent()) {
        response.putHeader(
            HttpHeaders.RETRY_AFTER, Integer.toString(refusal.retrySeconds().getAsInt()));
      }
      if (refusal.status() > 500) {
        // Another node would say the same, or be made as busy, so Varnish need not ask it.
        response.putHeader("Blazon-Outcome", "failed");
      }
      return;
    }
    response.putHeader(HttpHeaders.ETAG, answer.etag());
    response.putHeader("Link", LICENSE);
    response.putHeader("Blazon-Credit", Provenance.CREDIT);
    answer.about().header().ifPresent(basis -> response.putHeader("Blazon-Basis", basis));
    answer
        .about()
        .importedAt()
        .ifPresent(at -> response.putHeader(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(at)));
  }

  private static String cacheControl(Rendered answer) {
    if (answer.refusal().isEmpty()) {
      return CACHED;
    }
    return answer.status() >= 500 ? NEVER : BRIEF;
  }

  /** Whether the client has this answer (RFC 9110, section 13.2.2). */
  private boolean isKnown(Rendered answer) {
    if (answer.status() != OK) {
      return false;
    }
    MultiMap headers = entry.request().headers();
    List<String> tags = headers.getAll(HttpHeaders.IF_NONE_MATCH);
    if (!tags.isEmpty()) {
      return EntityTag.matches(tags, answer.etag());
    }
    Optional<Instant> known = date(headers.get(HttpHeaders.IF_MODIFIED_SINCE));
    return known.isPresent()
        && answer
            .about()
            .importedAt()
            .filter(at -> !at.truncatedTo(ChronoUnit.SECONDS).isAfter(known.get()))
            .isPresent();
  }

  private static Optional<Instant> date(String header) {
    try {
      return header == null
          ? Optional.empty()
          : Optional.of(ZonedDateTime.parse(header, HTTP_DATE).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty(); // An invalid date is ignored (RFC 9110, section 13.1.3).
    }
  }
}
