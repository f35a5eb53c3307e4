package dev.blazon.imaging.png;

import dev.blazon.badge.Style;
import dev.blazon.imaging.layout.BadgeLayout;
import dev.blazon.imaging.png.raster.Canvas;
import java.util.Optional;

/** What logo and text stand on. Implementations are thread-safe. */
sealed interface Backdrop permits HalvesBackdrop, SocialBackdrop {

  /**
   * Paints it on a canvas that is as large as the layout and still transparent.
   *
   * @param scale device pixels in a pixel of the layout
   */
  void paint(BadgeLayout layout, int scale, Canvas canvas);

  /**
   * A logo's colour as it is seen through what lies over the logo.
   *
   * @param y the row of device pixels
   */
  int tint(BadgeLayout layout, int color, int y, int scale);

  /** The backdrop of a style. */
  static Backdrop of(Style style) {
    return switch (style) {
      case FLAT -> new HalvesBackdrop(Optional.of(Sheen.FLAT));
      case PLASTIC -> new HalvesBackdrop(Optional.of(Sheen.PLASTIC));
      case FLAT_SQUARE, FOR_THE_BADGE -> new HalvesBackdrop(Optional.empty());
      case SOCIAL -> new SocialBackdrop();
    };
  }
}
