package dev.blazon.imaging.layout;

import dev.blazon.badge.Badge;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The geometry of the social style: a button with a capitalised label, and a speech bubble. */
final class SocialGeometry {

  private static final int HEIGHT = 20;
  private static final int BASELINE = 14;
  private static final int RADIUS = 2;

  /** The offset that puts outlines, which are one pixel wide, on the pixel grid. */
  private static final double OUTLINE = 0.5;

  private static final int INNER_HEIGHT = 19;
  private static final int LABEL_PADDING = 5;
  private static final int MESSAGE_PADDING = 4;
  private static final int GUTTER = 6;
  private static final int LOGO_GAP = 3;
  private static final int TREND_GAP = 5;
  private static final TextFont FONT = TextFont.HELVETICA_BOLD_11;

  private SocialGeometry() {}

  static BadgeLayout layOut(Badge badge, OptionalDouble logoWidth) {
    String label = capitalize(badge.label());
    String message = badge.message();
    boolean hasMessage = !message.isEmpty();
    double logoSpace =
        logoWidth.orElse(0) + (logoWidth.isPresent() && !label.isEmpty() ? LOGO_GAP : 0);

    int labelLength = BadgeLayout.oddWidth(FONT, label);
    int messageLength = BadgeLayout.oddWidth(FONT, message);
    double labelWidth = labelLength + logoSpace + 2 * LABEL_PADDING;
    double textWidth = messageLength + 2 * MESSAGE_PADDING;
    double messageWidth = textWidth + BadgeLayout.trendSpace(badge, TREND_GAP);
    double messageX = labelWidth + GUTTER;

    Box labelBox = new Box(OUTLINE, OUTLINE, labelWidth, INNER_HEIGHT);
    Box messageBox =
        hasMessage ? new Box(messageX + OUTLINE, OUTLINE, messageWidth, INNER_HEIGHT) : Box.NONE;
    return new BadgeLayout(
        badge.style(),
        labelWidth + 1 + (hasMessage ? GUTTER + messageWidth : 0),
        HEIGHT,
        RADIUS,
        new Half(
            labelBox,
            badge.color(),
            text(label, logoSpace + labelLength / 2.0 + LABEL_PADDING, labelLength)),
        new Half(messageBox, badge.color(), text(message, messageX + textWidth / 2, messageLength)),
        BadgeLayout.logoBox(logoWidth, LABEL_PADDING, HEIGHT),
        hasMessage ? Optional.of(Bubble.at(messageBox)) : Optional.empty(),
        BadgeLayout.trend(
            badge, messageX + OUTLINE + messageWidth - MESSAGE_PADDING, HEIGHT, Ink.SOCIAL),
        Links.of(badge.links()));
  }

  private static Optional<PlacedText> text(String text, double centerX, int length) {
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new PlacedText(text, centerX, BASELINE, length, FONT, Ink.SOCIAL));
  }

  private static String capitalize(String label) {
    if (label.isEmpty()) {
      return label;
    }
    char first = label.charAt(0);
    if (first < 0x80) {
      return Character.toUpperCase(first) + label.substring(1);
    }
    // Some letters become two: ß is capitalised to SS, as in JavaScript.
    return Character.isSurrogate(first)
        ? label
        : label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }
}
