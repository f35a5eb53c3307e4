package dev.blazon.api.operator;

import dev.blazon.service.BoundedWorkers;
import dev.blazon.service.OverloadedException;
import dev.blazon.service.RequestId;
import dev.blazon.service.http.SecurityHeaders;
import dev.blazon.service.log.InternalErrors;
import dev.blazon.upstream.RateLimit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The check before each page for the operator alone: HTTP Basic (RFC 7617) with one password.
 *
 * <p>Basic, and not a form with a cookie: a browser and {@code curl} know it without scripts; no
 * session has to be kept, shared between nodes or ended at a restart; a cache in front has one
 * header to pass on; and since all these pages only read, a forged request of another site gains
 * nothing. The price: the browser sends the password with each request, so it must come over TLS,
 * and forgets it when it is closed, and not before. The user name may be any.
 *
 * <p>A password is hashed on one worker, and at most ten times a minute and sixty times an hour,
 * whoever sends them: a thousand guesses cost about a second of a processor, and the rest is
 * refused unread. A password that was right is remembered ({@link RecentLogin}), and is not held up
 * by the guesses of others; a new login has to wait while they use up the limit.
 *
 * <p>Without a password there is no login, and nobody answers the paths behind it. Thread-safe.
 */
public final class OperatorLogin {

  /** Guesses in a minute: an operator mistypes a few times; twelve characters last for ever. */
  private static final int GUESSES_A_MINUTE = 10;

  private static final int GUESSES_AN_HOUR = 60;

  /** What else a browser asks for with the page, before the first hash is made. */
  private static final int MOST_WAITING = 8;

  private static final String RETRY_SECONDS = "60";
  private static final String BUSY_SECONDS = "2";

  /** Allows styles, scripts and pictures of this origin only, and nothing inline; no forms. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String CHALLENGE = "Basic realm=\"Blazon's operator\", charset=\"UTF-8\"";

  private final PasswordHash hash;
  private final RecentLogin recent;
  private final RateLimit guesses;
  private final BoundedWorkers hasher;
  private final MeterRegistry metrics;

  /** What became of a try to log in. */
  private enum Result {
    RIGHT,
    WRONG,
    /** Not looked at, because there were too many wrong ones before it. */
    LIMITED,
    /** Not looked at, because too many came at once. */
    BUSY
  }

  /** Creates the check; it begins a worker thread when first needed. */
  public OperatorLogin(Vertx vertx, PasswordHash hash, MeterRegistry metrics, Clock clock) {
    this.hash = hash;
    this.recent = new RecentLogin(clock);
    this.guesses =
        new RateLimit(clock)
            .and(GUESSES_A_MINUTE, Duration.ofMinutes(1))
            .and(GUESSES_AN_HOUR, Duration.ofHours(1));
    this.hasher = new BoundedWorkers(vertx, "operator", 1, MOST_WAITING, metrics);
    this.metrics = metrics;
    for (Result result : Result.values()) {
      count(result); // From the start, so that an alert sees the first one.
    }
  }

  /**
   * Lets a request with the operator's password through to a page, and answers every other: 401
   * without the password, 429 while too many are guessed. The page's answer is never stored, by
   * whomever, and may load nothing from elsewhere.
   *
   * <p>Call it on the request's event loop, before anything is read of its body.
   *
   * @param page answers the request, on its event loop
   */
  public void admit(HttpServerRequest request, Handler<HttpServerRequest> page) {
    harden(request.response());
    Optional<String> password = Credentials.password(request);
    if (password.isEmpty()) {
      refuse(request);
    } else if (recent.knows(password.get())) {
      page.handle(request);
    } else if (guesses.reserve(Duration.ZERO).isEmpty()) {
      count(Result.LIMITED).increment();
      wait(request, 429, RETRY_SECONDS, "Too many passwords were tried. Please wait a minute.");
    } else {
      verify(request, password.get(), page);
    }
  }

  /**
   * Whether a request has the operator's password, for answers that others may read, too. If not,
   * the response gets the header that lets a browser ask for it; send it with status 401. False
   * also while too many passwords are tried.
   *
   * <p>Call it on the request's event loop.
   *
   * @return completes on the request's event loop; never fails
   */
  public Future<Boolean> isOperator(HttpServerRequest request) {
    return asking(request)
        .onSuccess(
            right -> {
              if (!right) {
                challenge(request);
              }
            });
  }

  private Future<Boolean> asking(HttpServerRequest request) {
    Optional<String> password = Credentials.password(request);
    if (password.isEmpty()) {
      return Future.succeededFuture(false);
    }
    if (recent.knows(password.get())) {
      return Future.succeededFuture(true);
    }
    if (guesses.reserve(Duration.ZERO).isEmpty()) {
      count(Result.LIMITED).increment();
      return Future.succeededFuture(false);
    }
    return tried(request, password.get()).otherwise(false);
  }

  /** Hashes a password, and remembers it if it is right; the body waits meanwhile. */
  private Future<Boolean> tried(HttpServerRequest request, String password) {
    request.pause();
    return hasher
        .run(() -> hash.matches(password))
        .onSuccess(
            right -> {
              count(right ? Result.RIGHT : Result.WRONG).increment();
              if (right) {
                recent.remember(password);
              }
            })
        .onFailure(problem -> failed(request, problem))
        .onComplete(tried -> request.resume());
  }

  private void failed(HttpServerRequest request, Throwable problem) {
    if (problem instanceof OverloadedException) {
      count(Result.BUSY).increment();
    } else {
      RequestId id = new RequestId(request.response().headers().get(RequestId.HEADER));
      InternalErrors.log(id, problem, "no login for {}", request.path());
    }
  }

  private void verify(HttpServerRequest request, String password, Handler<HttpServerRequest> page) {
    tried(request, password)
        .onSuccess(
            right -> {
              if (right) {
                page.handle(request);
              } else {
                refuse(request);
              }
            })
        .onFailure(
            problem ->
                wait(request, 503, BUSY_SECONDS, "This login could not be checked. Try again."));
  }

  /** Sets what holds for each answer; what is cached is decided last, so no page can allow it. */
  private static void harden(HttpServerResponse response) {
    response
        .putHeader(SecurityHeaders.CONTENT_SECURITY_POLICY, POLICY)
        .putHeader(SecurityHeaders.RESOURCE_POLICY, "same-origin")
        .putHeader(SecurityHeaders.CONTENT_TYPE_OPTIONS, SecurityHeaders.NOSNIFF)
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("X-Robots-Tag", "noindex, nofollow")
        .headersEndHandler(now -> response.headers().set(HttpHeaders.CACHE_CONTROL, "no-store"));
  }

  private static void refuse(HttpServerRequest request) {
    challenge(request);
    answer(request, 401, "The operator's password is needed.");
  }

  private static void challenge(HttpServerRequest request) {
    request.response().putHeader("WWW-Authenticate", CHALLENGE);
  }

  private static void wait(HttpServerRequest request, int status, String seconds, String line) {
    request.response().putHeader(HttpHeaders.RETRY_AFTER, seconds);
    answer(request, status, line);
  }

  private static void answer(HttpServerRequest request, int status, String line) {
    if (request.response().closed()) {
      return; // The client has gone.
    }
    request
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=utf-8")
        .end(line + "\n");
  }

  private Counter count(Result result) {
    return Counter.builder("blazon.operator.logins")
        .description("passwords for the operator's pages that were not remembered")
        .tag("result", result.name().toLowerCase(Locale.ROOT))
        .register(metrics);
  }

  /** Ends the worker. */
  public Future<Void> close() {
    return hasher.close();
  }
}
