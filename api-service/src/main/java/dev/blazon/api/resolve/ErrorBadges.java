package dev.blazon.api.resolve;

import dev.blazon.api.dialect.AnswerFormat;
import dev.blazon.api.dialect.BadgeRequest;
import dev.blazon.api.dialect.Overrides;
import dev.blazon.api.dialect.Subject;
import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.Wording;
import dev.blazon.badge.BadgeColor;
import java.util.OptionalLong;

/** The badges for URLs that no dialect reads, and for internal errors. */
public final class ErrorBadges {

  /** The dialect's name in metrics. */
  static final String DIALECT = "none";

  private ErrorBadges() {}

  /** The badge of a URL that no dialect reads: a picture that says so. */
  public static ResolvedBadge unknown(RequestTarget target) {
    Outcome outcome =
        AnswerFormat.ofPath(target.path()).isPresent()
            ? Outcome.NO_SUCH_BADGE
            : Outcome.NO_SUCH_PAGE;
    return resolved(target, "404", "badge not found", BadgeColor.RED, outcome);
  }

  public static ResolvedBadge tooLong(RequestTarget target) {
    return resolved(target, "414", "url too long", BadgeColor.RED, Outcome.URL_TOO_LONG);
  }

  /** The badge of an error in our own code; the details are only in the log. */
  public static ResolvedBadge internalError(RequestTarget target) {
    return resolved(
        target, "blazon", "internal error", BadgeColor.LIGHTGREY, Outcome.INTERNAL_ERROR);
  }

  private static ResolvedBadge resolved(
      RequestTarget target, String label, String message, BadgeColor color, Outcome outcome) {
    Content content = Content.error(label, message, color);
    BadgeRequest request =
        new BadgeRequest(
            DIALECT,
            new Subject.Words(content),
            Wording.SHIELDS_IO,
            Overrides.NONE,
            AnswerFormat.ofPath(target.path()).orElse(AnswerFormat.SVG),
            OptionalLong.empty());
    return ResolvedBadge.of(request, content, outcome);
  }
}
