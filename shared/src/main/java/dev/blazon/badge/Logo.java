package dev.blazon.badge;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A wish for a small picture before the label; the imaging service decides whether it can be had.
 *
 * @param source a simple-icons slug or title, or a {@code data:image/…;base64,} URI, as asked for;
 *     an empty one is no wish, and a badge drops it
 * @param color the colour of a named logo; empty: the brand's own, adapted to the background
 * @param autoSize whether the logo keeps its own proportions instead of a square
 * @param width the width in pixels, 1 to {@value #MAX_WIDTH}; empty: 14, or what {@code autoSize}
 *     gives
 */
public record Logo(String source, Optional<BadgeColor> color, boolean autoSize, OptionalInt width) {

  public static final int MAX_WIDTH = 200;

  public Logo {
    source = BadgeText.clean(source).strip();
    Objects.requireNonNull(color);
    if (width.isPresent() && (width.getAsInt() < 1 || width.getAsInt() > MAX_WIDTH)) {
      throw new IllegalArgumentException("a logo's width is from 1 to " + MAX_WIDTH);
    }
  }

  /** The named or custom logo with nothing else asked for. */
  public static Logo of(String source) {
    return new Logo(source, Optional.empty(), false, OptionalInt.empty());
  }
}
