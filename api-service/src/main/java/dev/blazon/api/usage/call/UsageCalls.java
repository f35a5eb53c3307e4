package dev.blazon.api.usage.call;

import dev.blazon.api.imaging.Imaging;
import dev.blazon.api.question.CallQuery;
import dev.blazon.api.question.Refusal;
import dev.blazon.api.question.RefusedException;
import dev.blazon.api.usage.Usage;
import dev.blazon.service.BoundedWorkers;
import dev.blazon.service.RequestId;
import dev.blazon.service.http.AccessLogEntry;
import dev.blazon.service.http.RequestBodies;
import dev.blazon.usage.wire.UsageExchange;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The handler of all calls about usage, under {@code /v1/}: EspyMetrics' paths, and pictures.
 * Thread-safe.
 */
public final class UsageCalls {

  private static final String FOLDER = "/v1/";
  private static final String REPORT = "/v1/on_import";
  private static final String DOWNLOAD = "/v1/download/import";

  /** The paths of counts, and the picture that each has. */
  private static final Map<String, CountAnswers.Kind> COUNTS =
      Map.of(
          "/v1/count", CountAnswers.Kind.TABLE,
          "/v1/count.svg", CountAnswers.Kind.SVG,
          "/v1/count.png", CountAnswers.Kind.PNG);

  /** The longest address that is read, as for badges. */
  private static final int LONGEST_URI = 8 * 1024;

  /** Bodies of reports that are being read or kept: 64 of the longest, thousands of usual ones. */
  private static final long BODIES = 64L * UsageExchange.LONGEST_BODY;

  /** Long tables are written one beside another. */
  private static final int WRITERS = 2;

  /** A table takes some milliseconds, so the last one waits for less than a second. */
  private static final int WRITERS_WAITING = 64;

  private final Usage usage;
  private final UsageAccess access;
  private final Operator reader;
  private final ReportAnswers reports;
  private final CountAnswers counts;
  private final Downloads downloads;
  private final BoundedWorkers writers;
  private final MeterRegistry registry;

  /**
   * What the answers are made from.
   *
   * @param page writes counts for people
   * @param patience how long a client waits for an answer
   */
  public record Sources(
      Usage usage,
      UsageAccess access,
      Operator operator,
      Imaging imaging,
      CountPage page,
      Duration patience) {}

  public UsageCalls(Vertx vertx, Sources sources, MeterRegistry registry) {
    this.usage = sources.usage();
    this.access = sources.access();
    this.reader = access.readerOr(sources.operator());
    this.registry = registry;
    this.writers = new BoundedWorkers(vertx, "usage-answers", WRITERS, WRITERS_WAITING, registry);
    this.reports =
        new ReportAnswers(
            usage,
            access.sender(),
            RequestBodies.of(vertx, "usage-bodies", BODIES, registry),
            sources.patience());
    this.counts =
        new CountAnswers(usage, sources.imaging(), sources.page(), writers, sources.patience());
    this.downloads = new Downloads(usage, writers, sources.patience());
  }

  /**
   * Answers the request if its path is one of these.
   *
   * @param entry of a request with any method
   * @return whether it is one; if so, the request has been answered or will be
   */
  public boolean handle(AccessLogEntry entry) {
    HttpServerRequest request = entry.request();
    // Nearly all requests are of badges, whose path need not be looked for here.
    if (request.uri().startsWith("/") && !request.uri().startsWith(FOLDER)) {
      return false;
    }
    String path = request.path();
    if (path == null || !isOurs(path)) {
      return false;
    }
    request.response().putHeader(RequestId.HEADER, entry.id().text());
    answer(entry, path);
    return true;
  }

  private static boolean isOurs(String path) {
    return path.equals(REPORT) || path.equals(DOWNLOAD) || COUNTS.containsKey(path);
  }

  private void answer(AccessLogEntry entry, String path) {
    HttpMethod method = entry.request().method();
    boolean isRead = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    if (!usage.isOn()) {
      send(entry, path, UsageErrors.of(404, "off", "this service takes no usage reports"));
    } else if (path.equals(REPORT)) {
      if (method.equals(HttpMethod.POST)) {
        finish(entry, path, () -> reports.answer(entry.request()));
      } else {
        refuseMethod(entry, path, "POST");
      }
    } else if (isRead) {
      finish(entry, path, () -> read(entry, path));
    } else {
      refuseMethod(entry, path, "GET, HEAD");
    }
  }

  private void refuseMethod(AccessLogEntry entry, String path, String allowed) {
    entry.request().response().putHeader(HttpHeaders.ALLOW, allowed);
    send(entry, path, UsageErrors.of(405, "method", "allowed here: " + allowed));
  }

  /** Who may not read learns nothing, not even whether the parameters are possible. */
  private Future<Sent> read(AccessLogEntry entry, String path) {
    HttpServerRequest request = entry.request();
    boolean isCount = !path.equals(DOWNLOAD);
    if (isCount && access.readers() == UsageAccess.Readers.EVERYONE) {
      return answered(entry, path);
    }
    return reader
        .isAsking(request)
        .compose(is -> is ? answered(entry, path) : Future.succeededFuture(unauthorized(request)));
  }

  static Sent unauthorized(HttpServerRequest request) {
    // Beside the one by which a person can sign in.
    request.response().headers().add("WWW-Authenticate", "Bearer");
    return UsageErrors.of(
        401, "unauthorized", "show the token of this service, as in Authorization: Bearer ...");
  }

  private Future<Sent> answered(AccessLogEntry entry, String path) {
    HttpServerRequest request = entry.request();
    if (request.uri().length() > LONGEST_URI) {
      throw new RefusedException(Refusal.tooLong());
    }
    String query = request.query() == null ? "" : request.query();
    CallQuery call = CallQuery.parse(query);
    return path.equals(DOWNLOAD)
        ? downloads.answer(entry, call)
        : counts.answer(entry, COUNTS.get(path), call, query);
  }

  /** Sends what is to come; a failure at once, as an unread body needs it. */
  private void finish(AccessLogEntry entry, String path, Supplier<Future<Sent>> answer) {
    Future.succeededFuture(answer)
        .compose(Supplier::get)
        .onComplete(
            (sent, problem) -> {
              if (problem == null) {
                send(entry, path, sent);
                return;
              }
              UsageErrors.Failed failed = UsageErrors.of(problem, entry.id());
              if (!failed.retryAfter().isZero()) {
                entry
                    .request()
                    .response()
                    .putHeader(HttpHeaders.RETRY_AFTER, seconds(failed.retryAfter()));
              }
              if (failed.answer().status() > 500) {
                // Another node has the same database, so Varnish need not ask it.
                entry.request().response().putHeader("Blazon-Outcome", "failed");
              }
              send(entry, path, failed.answer());
            });
  }

  /** Whole seconds, not fewer than needed (RFC 9110, section 10.2.3). */
  private static String seconds(Duration time) {
    return Long.toString(Math.max(1, time.plusMillis(999).toSeconds()));
  }

  private void send(AccessLogEntry entry, String path, Sent sent) {
    calls(path, sent.status()).increment();
    sent.to(entry);
  }

  private Counter calls(String path, int status) {
    return Counter.builder("blazon.usage.calls")
        .description("calls about usage by what they are and by their status")
        .tag("call", path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
        .tag("status", Integer.toString(status))
        .register(registry);
  }

  /** Ends the workers. */
  public Future<Void> close() {
    return writers.close();
  }
}
