package dev.blazon.imaging.layout;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The geometry of the for-the-badge style: upper case, letter-spaced, with a bold message. */
final class ForTheBadgeGeometry {

  private static final int HEIGHT = 28;
  private static final double BASELINE = 17.5;
  private static final int TEXT_MARGIN = 12;
  private static final int LOGO_MARGIN = 9;
  private static final int LOGO_GAP = 6;
  private static final int TREND_GAP = 8;
  private static final double LETTER_SPACING = 1.25;

  private ForTheBadgeGeometry() {}

  static BadgeLayout layOut(Badge badge, OptionalDouble logoWidth) {
    String label = badge.label().toUpperCase(Locale.ROOT);
    String message = badge.message().toUpperCase(Locale.ROOT);
    boolean hasLogo = logoWidth.isPresent();
    boolean hasLabel = !label.isEmpty();
    // A logo without a label has a background of its own only if a label colour was given.
    boolean hasLabelBox = hasLabel || (hasLogo && badge.labelColor().isPresent());
    double logo = logoWidth.orElse(0);
    int gap = !hasLabel && message.isEmpty() ? LOGO_GAP - LOGO_MARGIN : LOGO_GAP;

    double labelLength = length(TextFont.VERDANA_10, label);
    double messageLength = length(TextFont.VERDANA_BOLD_10, message);
    double labelX = hasLogo ? LOGO_MARGIN + logo + gap : TEXT_MARGIN;
    double leftWidth = 0;
    double messageX = TEXT_MARGIN;
    double rightWidth = 2 * TEXT_MARGIN + messageLength;
    if (hasLabelBox) {
      leftWidth = hasLabel ? labelX + labelLength + TEXT_MARGIN : 2 * LOGO_MARGIN + logo;
      messageX = leftWidth + TEXT_MARGIN;
    } else if (hasLogo) {
      messageX = TEXT_MARGIN + logo + gap;
      rightWidth = 2 * TEXT_MARGIN + logo + gap + messageLength;
    }

    rightWidth += BadgeLayout.trendSpace(badge, TREND_GAP);

    BadgeColor color = badge.color();
    BadgeColor labelColor = badge.labelColor().orElse(BadgeColor.GREY);
    return new BadgeLayout(
        badge.style(),
        leftWidth + rightWidth,
        HEIGHT,
        0,
        new Half(
            new Box(0, 0, leftWidth, HEIGHT),
            labelColor,
            text(label, labelX, labelLength, TextFont.VERDANA_10, labelColor)),
        new Half(
            new Box(leftWidth, 0, rightWidth, HEIGHT),
            color,
            text(message, messageX, messageLength, TextFont.VERDANA_BOLD_10, color)),
        BadgeLayout.logoBox(logoWidth, LOGO_MARGIN, HEIGHT),
        Optional.empty(),
        BadgeLayout.trend(badge, leftWidth + rightWidth - TEXT_MARGIN, HEIGHT, Ink.on(color)),
        Links.of(badge.links()));
  }

  /** Like badge-maker, adds the spacing per UTF-16 unit, not per code point, for equal widths. */
  private static double length(TextFont font, String text) {
    return (int) font.width(text) + LETTER_SPACING * text.length();
  }

  private static Optional<PlacedText> text(
      String text, double x, double length, TextFont font, BadgeColor background) {
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PlacedText(text, x + 0.5 * length, BASELINE, length, font, Ink.on(background)));
  }
}
