package dev.blazon.api.shield;

import dev.blazon.badge.BadgeColor;
import java.util.Objects;
import java.util.Optional;

/**
 * The content of a badge, before the overrides of its URL.
 *
 * @param label the left text
 * @param message the right text
 * @param color the colour behind the message
 * @param labelColor the colour behind the label; empty: the usual grey
 * @param isError whether the message reports a failure instead of a fact
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

  /** For a project whose facts lack what the shield shows. */
  public static Content unknown(String label) {
    return new Content(label, "unknown", BadgeColor.LIGHTGREY);
  }

  /** A failure, whose colours the URL cannot override. */
  public static Content error(String label, String message, BadgeColor color) {
    return new Content(label, message, color, Optional.empty(), true);
  }
}
