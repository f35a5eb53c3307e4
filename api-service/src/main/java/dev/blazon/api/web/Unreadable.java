package dev.blazon.api.web;

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
final class Unreadable {

  /** Its name among the dialects, in metrics. */
  static final String DIALECT = "none";

  private Unreadable() {}

  /** Nobody's badge: honest, and a picture all the same. */
  static Telling unknown(Ask ask) {
    Outcome outcome = hasBadgeExtension(ask.path()) ? Outcome.NO_SUCH_BADGE : Outcome.NO_SUCH_PAGE;
    return telling(ask, "404", "badge not found", BadgeColor.RED, outcome);
  }

  static Telling tooLong(Ask ask) {
    return telling(ask, "414", "url too long", BadgeColor.RED, Outcome.URL_TOO_LONG);
  }

  /** Our own mistake; what it was stays in the log. */
  static Telling internalError(Ask ask) {
    return telling(ask, "blazon", "internal error", BadgeColor.LIGHTGREY, Outcome.INTERNAL_ERROR);
  }

  private static Telling telling(
      Ask ask, String label, String message, BadgeColor color, Outcome outcome) {
    Content content = Content.error(label, message, color);
    BadgeRequest request =
        new BadgeRequest(
            DIALECT,
            new Subject.OfUrl(content),
            Wording.SHIELDS_IO,
            Overrides.NONE,
            format(ask.path()),
            OptionalLong.empty());
    return Telling.of(request, content, outcome);
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
