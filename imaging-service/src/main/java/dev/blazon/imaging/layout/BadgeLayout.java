package dev.blazon.imaging.layout;

import dev.blazon.badge.Badge;
import dev.blazon.badge.Style;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The positions of everything in a badge, in pixels at scale 1. It contains only numbers, so that
 * all painters paint the same picture. Geometry and rules are those of badge-maker 6.0.0.
 *
 * @param style the style of the badge
 * @param width the width of the whole badge
 * @param height the height of the whole badge
 * @param radius the radius of the corners of the whole badge or, in the social style, of both
 *     halves
 * @param label the left half
 * @param message the right half
 * @param logo the box of the logo; empty: there is none
 * @param bubble the tail of the social style's speech bubble; empty: no bubble
 * @param trend the line after the message's text; empty: no line
 * @param links the targets of clicks
 */
public record BadgeLayout(
    Style style,
    double width,
    int height,
    int radius,
    Half label,
    Half message,
    Optional<Box> logo,
    Optional<Bubble> bubble,
    Optional<TrendLine> trend,
    Links links) {

  static final double LOGO_HEIGHT = 14;

  /**
   * Computes the layout of a badge.
   *
   * @param badge the badge; its request for a logo is ignored
   * @param logoWidth the width in pixels of the logo that will be painted; empty: none
   * @throws IllegalArgumentException if the logo's width is not positive and finite
   */
  public static BadgeLayout of(Badge badge, OptionalDouble logoWidth) {
    if (logoWidth.isPresent() && !isWidth(logoWidth.getAsDouble())) {
      throw new IllegalArgumentException("a logo has a positive, finite width");
    }
    return switch (badge.style()) {
      case FLAT -> FlatGeometry.FLAT.layOut(badge, logoWidth);
      case FLAT_SQUARE -> FlatGeometry.FLAT_SQUARE.layOut(badge, logoWidth);
      case PLASTIC -> FlatGeometry.PLASTIC.layOut(badge, logoWidth);
      case FOR_THE_BADGE -> ForTheBadgeGeometry.layOut(badge, logoWidth);
      case SOCIAL -> SocialGeometry.layOut(badge, logoWidth);
    };
  }

  private static boolean isWidth(double width) {
    return width > 0 && Double.isFinite(width);
  }

  /** The logo's box, centred vertically. */
  static Optional<Box> logoBox(OptionalDouble width, double x, int badgeHeight) {
    return width.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Box(x, (badgeHeight - LOGO_HEIGHT) / 2, width.getAsDouble(), LOGO_HEIGHT));
  }

  /** The width in pixels of the line and of the gap before it; 0 if there is no line. */
  static int trendSpace(Badge badge, int gap) {
    return badge.trend().isEmpty() ? 0 : gap + TrendLine.WIDTH;
  }

  /** The line that ends at this x coordinate, centred vertically like logo and text. */
  static Optional<TrendLine> trend(Badge badge, double right, int badgeHeight, Ink ink) {
    return badge.trend().isEmpty()
        ? Optional.empty()
        : Optional.of(TrendLine.of(badge.trend().get(), right, badgeHeight, ink));
  }

  /**
   * The text's width in whole pixels: rounded down, then up to an odd number, as in the flat family
   * and social. With odd widths, both ends of a centred text are on the pixel grid.
   */
  static int oddWidth(TextFont font, String text) {
    return (int) font.width(text) | 1;
  }
}
