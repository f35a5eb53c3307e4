package dev.blazon.badge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A badge: everything that the imaging service needs to paint one picture.
 *
 * <p>Text is normalised on construction (see {@link BadgeText}), so badges that look the same are
 * equal.
 *
 * @param label the left text; empty: the badge has no left part
 * @param message the right text; may be empty
 * @param color the background of the message
 * @param labelColor the background of the label; empty: the style's own grey
 * @param style the look
 * @param logo the picture before the label
 * @param links none, one for the whole badge, or one for each half; an empty string is no link
 * @param idSuffix appended to every id in the SVG, so that one page can hold several badges; at
 *     most 64 letters, digits, {@code -} and {@code _}. The SVG contains it up to eight times, more
 *     often than badge-maker's, so a long one makes the SVG longer than badge-maker's
 * @param scale the factor by which the picture is enlarged, 1 to 3
 * @param trend a small line after the message, which must not be empty then; empty: no line
 */
public record Badge(
    String label,
    String message,
    BadgeColor color,
    Optional<BadgeColor> labelColor,
    Style style,
    Optional<Logo> logo,
    List<String> links,
    String idSuffix,
    int scale,
    Optional<Trend> trend) {

  public static final int MAX_SCALE = 3;

  private static final int MAX_ID_SUFFIX = 64;

  public Badge {
    label = BadgeText.normalize(label);
    message = BadgeText.normalize(message);
    Objects.requireNonNull(color);
    Objects.requireNonNull(labelColor);
    Objects.requireNonNull(style);
    logo = logo.filter(given -> !given.source().isEmpty());
    links = normalize(links);
    if (!isIdSuffix(idSuffix)) {
      throw new IllegalArgumentException("an idSuffix has letters, digits, - and _ only");
    }
    if (scale < 1 || scale > MAX_SCALE) {
      throw new IllegalArgumentException("scale is from 1 to " + MAX_SCALE);
    }
    if (trend.isPresent() && message.isEmpty()) {
      throw new IllegalArgumentException("a line stands after a message");
    }
  }

  /** A badge without a line. */
  public Badge(
      String label,
      String message,
      BadgeColor color,
      Optional<BadgeColor> labelColor,
      Style style,
      Optional<Logo> logo,
      List<String> links,
      String idSuffix,
      int scale) {
    this(label, message, color, labelColor, style, logo, links, idSuffix, scale, Optional.empty());
  }

  /** A flat badge with nothing but text and a colour. */
  public static Badge of(String label, String message, BadgeColor color) {
    return new Badge(
        label, message, color, Optional.empty(), Style.FLAT, Optional.empty(), List.of(), "", 1);
  }

  /** The same badge in another style. */
  public Badge withStyle(Style other) {
    return new Badge(label, message, color, labelColor, other, logo, links, idSuffix, scale, trend);
  }

  /** The text for screen readers: the label, a colon, the message, and what the line shows. */
  public String accessibleText() {
    String words = label.isEmpty() ? message : label + ": " + message;
    return trend.isEmpty() ? words : words + ", " + trend.get().direction();
  }

  static boolean isIdSuffix(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return text.length() <= MAX_ID_SUFFIX;
  }

  private static List<String> normalize(List<String> links) {
    if (links.size() > 2) {
      throw new IllegalArgumentException("a badge has two links at most");
    }
    if (links.isEmpty()) {
      return List.of();
    }
    List<String> clean = links.stream().map(BadgeText::clean).toList();
    int size = clean.size();
    while (size > 0 && clean.get(size - 1).isEmpty()) {
      size--;
    }
    return List.copyOf(clean.subList(0, size));
  }
}
