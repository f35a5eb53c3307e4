package dev.blazon.api.usage.call;

import dev.blazon.api.question.Refusal;
import dev.blazon.api.question.RefusedException;
import dev.blazon.service.OverloadedException;
import dev.blazon.service.RequestId;
import dev.blazon.service.http.UnreadBodyException;
import dev.blazon.service.log.InternalErrors;
import dev.blazon.usage.UsageRefusal;
import dev.blazon.usage.UsageRefusedException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answers to calls that fail: {@code {"success": false, "error": …, "message": …}}, and what is
 * known of a wrong parameter. Stateless.
 */
final class UsageErrors {

  /** Others are served in milliseconds. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private UsageErrors() {}

  /** A failure that nobody but the client can mend. */
  static Sent of(int status, String code, String message) {
    return write(status, code, message, new TreeMap<>());
  }

  /** What a failure says, and when to ask again; a mistake of ours is logged. */
  static Failed of(Throwable problem, RequestId id) {
    if (problem instanceof UsageRefusedException refused) {
      UsageRefusal refusal = refused.refusal();
      return new Failed(
          of(refusal.reason().status(), refusal.reason().word(), refusal.message()),
          refusal.retryAfter());
    }
    if (problem instanceof RefusedException refused) {
      return new Failed(ofCall(refused.refusal()), retry(refused.refusal()));
    }
    if (problem instanceof UnreadBodyException unread) {
      String code = unread.status() == 413 ? "too_large" : "unread_body";
      Duration retry = unread.status() == 503 ? SOON : Duration.ZERO;
      return new Failed(of(unread.status(), code, unread.getMessage()), retry);
    }
    if (problem instanceof OverloadedException) {
      return new Failed(of(429, "over_budget", "too many calls are under way"), SOON);
    }
    InternalErrors.log(id, problem, "no answer to {}", "a call about usage");
    return new Failed(of(500, "internal_error", "this is a mistake of the service"), Duration.ZERO);
  }

  /**
   * A failure.
   *
   * @param retryAfter when to ask again; zero: that would change nothing
   */
  record Failed(Sent answer, Duration retryAfter) {}

  private static Duration retry(Refusal refusal) {
    return Duration.ofSeconds(refusal.retrySeconds().orElse(0));
  }

  private static Sent ofCall(Refusal refusal) {
    Map<String, Object> more = new TreeMap<>();
    refusal
        .parameter()
        .ifPresent(
            parameter -> {
              more.put("parameter", parameter.name());
              more.put("value", parameter.value());
              more.put("allowed", parameter.allowed());
            });
    return write(refusal.status(), refusal.code(), refusal.message(), more);
  }

  private static Sent write(int status, String code, String message, Map<String, Object> more) {
    more.put("success", false);
    more.put("error", code);
    more.put("message", message);
    return Sent.json(status, code, PlainJson.of(more));
  }
}
