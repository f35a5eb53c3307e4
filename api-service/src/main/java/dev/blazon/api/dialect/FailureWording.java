package dev.blazon.api.dialect;

import static dev.blazon.badge.BadgeColor.LIGHTGREY;
import static dev.blazon.badge.BadgeColor.RED;

import dev.blazon.api.lookup.Answer.Reason;
import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.Wording;

/**
 * The content of a badge that has no facts to show, under its usual label: red if the subject does
 * not exist or is forbidden, light grey if the upstream failed.
 */
public final class FailureWording {

  private FailureWording() {}

  /** For a project, version or document that the upstream reports as missing. */
  public static Content missing(BadgeRequest request) {
    return Content.error(label(request), request.subject().notFound(request.wording()), RED);
  }

  /** For an upstream that failed, or that was not asked. */
  public static Content failed(BadgeRequest request, Reason reason) {
    String message = request.wording() == Wording.SHIELDS_IO ? shieldsIo(reason) : plain(reason);
    return Content.error(label(request), message, reason == Reason.FORBIDDEN ? RED : LIGHTGREY);
  }

  private static String plain(Reason reason) {
    return switch (reason) {
      case UNREACHABLE -> "unreachable";
      case SLOW -> "slow";
      case INVALID -> "invalid response";
      case REFUSED -> "access refused";
      case RATE_LIMITED -> "rate limited";
      case COMING -> "no data yet";
      case NOT_CONFIGURED -> "no data";
      case FORBIDDEN -> "domain is blocked";
    };
  }

  private static String shieldsIo(Reason reason) {
    return switch (reason) {
      case UNREACHABLE -> "inaccessible";
      case SLOW -> "unresponsive";
      case INVALID -> "invalid response data";
      case REFUSED -> "access refused";
      case RATE_LIMITED -> "rate limited by upstream service";
      case COMING -> "no data yet";
      case NOT_CONFIGURED -> "no data";
      case FORBIDDEN -> "domain is blocked";
    };
  }

  private static String label(BadgeRequest request) {
    return request.subject().label(request.wording());
  }
}
