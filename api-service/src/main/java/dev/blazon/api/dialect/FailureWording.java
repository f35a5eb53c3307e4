package dev.blazon.api.dialect;

import static dev.blazon.badge.BadgeColor.LIGHTGREY;
import static dev.blazon.badge.BadgeColor.RED;

import dev.blazon.api.lookup.Answer.Reason;
import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.Wording;

/**
 * What a badge says when there is nothing to show: red when the thing does not exist, light grey
 * when nobody could be asked, under the label that the badge usually has.
 */
public final class FailureWording {

  private FailureWording() {}

  /** The upstream says that there is no such project, version or document. */
  public static Content missing(BadgeRequest request) {
    return Content.error(label(request), request.subject().notFound(request.wording()), RED);
  }

  /** The upstream could not tell. */
  public static Content failed(BadgeRequest request, Reason reason) {
    String message = request.wording() == Wording.SHIELDS_IO ? shieldsIo(reason) : plain(reason);
    return Content.error(label(request), message, reason == Reason.FORBIDDEN ? RED : LIGHTGREY);
  }

  private static String plain(Reason reason) {
    return switch (reason) {
      case UNREACHABLE -> "unreachable";
      case SLOW -> "slow";
      case INVALID -> "invalid response";
      case RATE_LIMITED -> "rate limited";
      case NOT_CONFIGURED -> "no data";
      case FORBIDDEN -> "domain is blocked";
    };
  }

  private static String shieldsIo(Reason reason) {
    return switch (reason) {
      case UNREACHABLE -> "inaccessible";
      case SLOW -> "unresponsive";
      case INVALID -> "invalid response data";
      case RATE_LIMITED -> "rate limited by upstream service";
      case NOT_CONFIGURED -> "no data";
      case FORBIDDEN -> "domain is blocked";
    };
  }

  private static String label(BadgeRequest request) {
    return request.subject().label(request.wording());
  }
}
