package dev.blazon.api.dialect;

import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.Wording;
import dev.blazon.badge.BadgeColor;
import java.util.Optional;

/**
 * Reads URLs of static badges, which contain all their words: {@code /badge/label-message-color}
 * and {@code /static/v1}.
 */
final class StaticBadges {

  private final RequestWriter requests;

  StaticBadges(RequestWriter requests) {
    this.requests = requests;
  }

  /**
   * @param text everything after {@code /badge/}, percent-decoded, without extension
   */
  Optional<BadgeRequest> read(String text, BadgePath path, Parameters query) {
    return StaticBadgeText.parse(text)
        .map(
            parts ->
                requests.saying(
                    new Content(
                        parts.label(),
                        parts.message(),
                        BadgeColor.parse(parts.color()).orElse(BadgeColor.BRIGHTGREEN)),
                    BadgeOptions.in(Wording.SHIELDS_IO, path, query)));
  }

  Optional<BadgeRequest> fromQuery(BadgePath path, Parameters query) {
    BadgeOptions options = BadgeOptions.in(Wording.SHIELDS_IO, path, query);
    String label = query.first("label").orElse("");
    Content content =
        query
            .first("message")
            .filter(message -> !message.isEmpty())
            .map(message -> new Content(label, message, BadgeColor.LIGHTGREY))
            .orElseGet(
                () -> Content.error(label, "invalid query parameter: message", BadgeColor.RED));
    return Optional.of(requests.saying(content, options));
  }
}
