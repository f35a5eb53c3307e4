package dev.blazon.api.shield;

import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Trend;
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
 * @param trend a small line after the message; empty: no line
 */
public record Content(
    String label,
    String message,
    BadgeColor color,
    Optional<BadgeColor> labelColor,
    boolean isError,
    Optional<Trend> trend) {

  public Content {
    Objects.requireNonNull(label);
    Objects.requireNonNull(message);
    Objects.requireNonNull(color);
    Objects.requireNonNull(labelColor);
    Objects.requireNonNull(trend);
  }

  public Content(
      String label,
      String message,
      BadgeColor color,
      Optional<BadgeColor> labelColor,
      boolean isError) {
    this(label, message, color, labelColor, isError, Optional.empty());
  }

  public Content(String label, String message, BadgeColor color) {
    this(label, message, color, Optional.empty(), false);
  }

  /** The same content with a line after the message, if there is one. */
  Content with(Optional<Trend> line) {
    return new Content(label, message, color, labelColor, isError, line);
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
