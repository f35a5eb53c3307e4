package dev.blazon.imaging.layout;

import java.util.List;
import java.util.Optional;

/**
 * Where clicks lead. Only {@code http}, {@code https} and {@code mailto} links are kept: a badge
 * may be opened as a document of our own origin, where any other scheme could run a script.
 *
 * @param whole of the whole badge
 * @param label of the label alone
 * @param message of the message alone
 */
public record Links(Optional<String> whole, Optional<String> label, Optional<String> message) {

  static final Links NONE = new Links(Optional.empty(), Optional.empty(), Optional.empty());

  private static final List<String> SCHEMES = List.of("https:", "http:", "mailto:");

  /** Whether anything leads anywhere. */
  public boolean any() {
    return whole.isPresent() || label.isPresent() || message.isPresent();
  }

  /** Whether both halves lead somewhere: then they, not the picture, are what a reader meets. */
  public boolean both() {
    return label.isPresent() && message.isPresent();
  }

  /** A single first link is the whole badge's; any other is its half's. */
  static Links of(List<String> links) {
    if (links.isEmpty()) {
      return NONE;
    }
    Optional<String> first = safe(links.get(0));
    Optional<String> second = links.size() > 1 ? safe(links.get(1)) : Optional.empty();
    return second.isPresent()
        ? new Links(Optional.empty(), first, second)
        : new Links(first, Optional.empty(), Optional.empty());
  }

  private static Optional<String> safe(String link) {
    for (String scheme : SCHEMES) {
      if (link.regionMatches(true, 0, scheme, 0, scheme.length())) {
        return Optional.of(link);
      }
    }
    return Optional.empty();
  }
}
