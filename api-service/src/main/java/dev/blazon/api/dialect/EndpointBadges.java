package dev.blazon.api.dialect;

import dev.blazon.api.lookup.DocumentKey;
import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.Wording;
import dev.blazon.badge.BadgeColor;
import java.util.Optional;

/**
 * Reads URLs of endpoint badges, {@code /endpoint?url=…}: badges whose words come from a JSON
 * document elsewhere.
 */
final class EndpointBadges {

  /** The label while the document's own label is not known. */
  static final String LABEL = "custom badge";

  private final RequestWriter requests;

  EndpointBadges(RequestWriter requests) {
    this.requests = requests;
  }

  Optional<BadgeRequest> read(BadgePath path, Parameters query) {
    BadgeOptions options = BadgeOptions.in(Wording.SHIELDS_IO, path, query);
    Optional<String> url = query.given("url");
    if (url.isEmpty()) {
      return Optional.of(problem("invalid query parameter: url", options));
    }
    if (!url.get().contains("://")) {
      return Optional.of(problem("invalid url", options));
    }
    if (!url.get().regionMatches(true, 0, "https://", 0, "https://".length())) {
      return Optional.of(problem("please use https", options));
    }
    return Optional.of(requests.request(new Subject.Document(new DocumentKey(url.get())), options));
  }

  private BadgeRequest problem(String message, BadgeOptions options) {
    return requests.saying(Content.error(LABEL, message, BadgeColor.RED), options);
  }
}
