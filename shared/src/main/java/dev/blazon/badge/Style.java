package dev.blazon.badge;

import java.util.Optional;

/** The five visual styles of a badge, with the names that shields.io uses. */
public enum Style {
  FLAT("flat"),
  FLAT_SQUARE("flat-square"),
  PLASTIC("plastic"),
  FOR_THE_BADGE("for-the-badge"),
  SOCIAL("social");

  private final String id;

  Style(String id) {
    this.id = id;
  }

  /** The name in URLs, for example {@code flat-square}. */
  public String id() {
    return id;
  }

  /** The style with exactly this name, or empty if there is none. */
  public static Optional<Style> of(String id) {
    for (Style style : values()) {
      if (style.id.equals(id)) {
        return Optional.of(style);
      }
    }
    return Optional.empty();
  }
}
