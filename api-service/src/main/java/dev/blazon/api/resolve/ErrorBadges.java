package dev.blazon.api.resolve;

import dev.blazon.api.dialect.AnswerFormat;
import dev.blazon.api.dialect.BadgeRequest;
import dev.blazon.api.dialect.Overrides;
import dev.blazon.api.dialect.Subject;
import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.Wording;
import dev.blazon.badge.BadgeColor;
import java.util.Locale;
import java.util.OptionalLong;

/** The badges that answer a URL which no dialect reads. */
public final class ErrorBadges {

  /** Its name among the dialects, in metrics. */
  static final String DIALECT = "none";

  private ErrorBadges() {}

  /** Nobody's badge: honest, and a picture all the same. */
  public static ResolvedBadge unknown(RequestTarget ask) {
    Outcome outcome = hasBadgeExtension(ask.path()) ? Outcome.NO_SUCH_BADGE : Outcome.NO_SUCH_PAGE;
    return telling(ask, "404", "badge not found", BadgeColor.RED, outcome);
  }

  public static ResolvedBadge tooLong(RequestTarget ask) {
    return telling(ask, "414", "url too long", BadgeColor.RED, Outcome.URL_TOO_LONG);
  }

  /** Our own mistake; what it was stays in the log. */
  public static ResolvedBadge internalError(RequestTarget ask) {
    return telling(ask, "blazon", "internal error", BadgeColor.LIGHTGREY, Outcome.INTERNAL_ERROR);
  }

  private static ResolvedBadge telling(
      RequestTarget ask, String label, String message, BadgeColor color, Outcome outcome) {
    Content content = Content.error(label, message, color);
    BadgeRequest request =
        new BadgeRequest(
            DIALECT,
            new Subject.OfUrl(content),
            Wording.SHIELDS_IO,
            Overrides.NONE,
            format(ask.path()),
            OptionalLong.empty());
    return ResolvedBadge.of(request, content, outcome);
  }

  private static boolean hasBadgeExtension(String path) {
    for (AnswerFormat format : AnswerFormat.values()) {
      if (path.endsWith(extension(format))) {
        return true;
      }
    }
    return false;
  }

  private static AnswerFormat format(String path) {
    for (AnswerFormat format : AnswerFormat.values()) {
      if (path.endsWith(extension(format))) {
        return format;
      }
    }
    return AnswerFormat.SVG;
  }

  private static String extension(AnswerFormat format) {
    return "." + format.name().toLowerCase(Locale.ROOT);
  }
}
