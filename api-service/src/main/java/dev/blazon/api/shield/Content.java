package dev.blazon.api.shield;

import dev.blazon.badge.BadgeColor;
import java.util.Objects;
import java.util.Optional;

/**
 * What a shield says, before a reader's overrides.
 *
 * @param label the left text
 * @param message the right text
 * @param color behind the message
 * @param labelColor behind the label; empty: the usual grey
 * @param isError whether the message tells of a failure instead of a fact
 */
public record Content(
    String label,
    String message,
    BadgeColor color,
    Optional<BadgeColor> labelColor,
    boolean isError) {

  public Content {
    Objects.requireNonNull(label);
    Objects.requireNonNull(message);
    Objects.requireNonNull(color);
    Objects.requireNonNull(labelColor);
  }

  public Content(String label, String message, BadgeColor color) {
    this(label, message, color, Optional.empty(), false);
  }

  /** The facts are known, but they do not tell. */
  public static Content unknown(String label) {
    return new Content(label, "unknown", BadgeColor.LIGHTGREY);
  }

  /** A failure; a reader's colours do not cover it. */
  public static Content error(String label, String message, BadgeColor color) {
    return new Content(label, message, color, Optional.empty(), true);
  }
}
