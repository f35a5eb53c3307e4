package dev.blazon.imaging.layout;

import java.util.List;
import java.util.Optional;

/**
 * The targets of clicks on a badge. Links with schemes other than {@code http}, {@code https} and
 * {@code mailto} are dropped: a badge may be opened as a document of our own origin, where another
 * scheme could run a script.
 *
 * @param whole the link of the whole badge
 * @param label the link of the label alone
 * @param message the link of the message alone
 */
public record Links(Optional<String> whole, Optional<String> label, Optional<String> message) {

  static final Links NONE = new Links(Optional.empty(), Optional.empty(), Optional.empty());

  private static final List<String> SCHEMES = List.of("https:", "http:", "mailto:");

  /** Whether there is any link. */
  public boolean any() {
    return whole.isPresent() || label.isPresent() || message.isPresent();
  }

  /** Whether both halves are links: screen readers then announce these instead of the picture. */
  public boolean both() {
    return label.isPresent() && message.isPresent();
  }

  /** A first link alone is for the whole badge; otherwise each link is for its half. */
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
