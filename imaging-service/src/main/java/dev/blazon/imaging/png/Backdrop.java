package dev.blazon.imaging.png;

import dev.blazon.badge.Style;
import dev.blazon.imaging.layout.BadgeLayout;
import dev.blazon.imaging.png.raster.Canvas;
import java.util.Optional;

/** The background of a badge, under logo and text. Implementations are thread-safe. */
sealed interface Backdrop permits HalvesBackdrop, SocialBackdrop {

  /**
   * Paints the background on a transparent canvas of the layout's size.
   *
   * @param scale device pixels per pixel of the layout
   */
  void paint(BadgeLayout layout, int scale, Canvas canvas);

  /**
   * The colour of a logo's pixel as seen through a sheen that is painted over the logo.
   *
   * @param y the row, in device pixels
   */
  int tint(BadgeLayout layout, int color, int y, int scale);

  /** Creates the background of a style. */
  static Backdrop of(Style style) {
    return switch (style) {
      case FLAT -> new HalvesBackdrop(Optional.of(Sheen.FLAT));
      case PLASTIC -> new HalvesBackdrop(Optional.of(Sheen.PLASTIC));
      case FLAT_SQUARE, FOR_THE_BADGE -> new HalvesBackdrop(Optional.empty());
      case SOCIAL -> new SocialBackdrop();
    };
  }
}
