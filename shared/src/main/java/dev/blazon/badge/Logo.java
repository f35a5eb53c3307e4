package dev.blazon.badge;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request for a small picture before the label. The imaging service decides whether it can be
 * painted.
 *
 * @param source a simple-icons slug or title, or a {@code data:image/…;base64,} URI, unchecked;
 *     empty: no logo, and a badge drops it
 * @param color the colour of a named logo; empty: the brand's colour, adapted to the background
 * @param autoSize whether the logo keeps its own proportions instead of filling a square
 * @param width the width in pixels, 1 to {@value #MAX_WIDTH}; empty: 14, or the width that {@code
 *     autoSize} gives
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

  /** A named or custom logo with default colour and size. */
  public static Logo of(String source) {
    return new Logo(source, Optional.empty(), false, OptionalInt.empty());
  }
}
