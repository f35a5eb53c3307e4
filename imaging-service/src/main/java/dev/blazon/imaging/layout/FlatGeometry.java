package dev.blazon.imaging.layout;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The geometry of the flat family. Flat, flat-square, and plastic differ only in height, baseline,
 * and corners.
 *
 * @param baseline the distance of the text's baseline from the top
 */
record FlatGeometry(int height, int baseline, int radius) {

  static final FlatGeometry FLAT = new FlatGeometry(20, 14, 3);
  static final FlatGeometry FLAT_SQUARE = new FlatGeometry(20, 14, 0);
  static final FlatGeometry PLASTIC = new FlatGeometry(18, 13, 4);

  private static final int PADDING = 5;
  private static final int LOGO_GAP = 3;
  private static final int TREND_GAP = 5;
  private static final TextFont FONT = TextFont.VERDANA_11;

  BadgeLayout layOut(Badge badge, OptionalDouble logoWidth) {
    String label = badge.label();
    String message = badge.message();
    boolean hasLogo = logoWidth.isPresent();
    boolean hasLabel = !label.isEmpty() || badge.labelColor().isPresent();
    double logoSpace = logoWidth.orElse(0) + (hasLogo && !label.isEmpty() ? LOGO_GAP : 0);

    int labelLength = label.isEmpty() ? 0 : BadgeLayout.oddWidth(FONT, label);
    double leftWidth = hasLabel ? labelLength + 2 * PADDING + logoSpace : 0;

    // An empty message still has a width of one pixel: 0 rounded up to an odd number.
    int messageLength = BadgeLayout.oddWidth(FONT, message);
    double rightWidth = messageLength + 2 * PADDING + BadgeLayout.trendSpace(badge, TREND_GAP);
    double messageX = leftWidth - (message.isEmpty() ? 0 : 1);
    if (!hasLabel) {
      // The logo is on the message's colour.
      messageX += hasLogo ? logoSpace + PADDING : 1;
      if (hasLogo) {
        rightWidth += logoSpace + (message.isEmpty() ? 0 : PADDING - 1);
      }
    }

    BadgeColor color = badge.color();
    BadgeColor labelColor =
        hasLabel || hasLogo ? badge.labelColor().orElse(BadgeColor.GREY) : color;
    return new BadgeLayout(
        badge.style(),
        leftWidth + rightWidth,
        height,
        radius,
        new Half(
            new Box(0, 0, leftWidth, height),
            labelColor,
            text(label, logoSpace + 1, labelLength, labelColor)),
        new Half(
            new Box(leftWidth, 0, rightWidth, height),
            color,
            text(message, messageX, messageLength, color)),
        BadgeLayout.logoBox(logoWidth, PADDING, height),
        Optional.empty(),
        BadgeLayout.trend(badge, leftWidth + rightWidth - PADDING, height, Ink.on(color)),
        Links.of(badge.links()));
  }

  private Optional<PlacedText> text(String text, double x, int length, BadgeColor background) {
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PlacedText(
                text, x + 0.5 * length + PADDING, baseline, length, FONT, Ink.on(background)));
  }
}
