package dev.blazon.badge;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A colour written as a CSS function: {@code rgb()}, {@code rgba()}, {@code hsl()} or {@code
 * hsla()}, with commas or with spaces.
 *
 * @param text the canonical spelling: lower case, commas, no spaces
 * @param red from 0 to 255
 * @param green from 0 to 255
 * @param blue from 0 to 255
 * @param alpha from 0 to 1
 */
record CssColorFunction(String text, double red, double green, double blue, double alpha) {

  /** The longest text that is parsed, in characters; no colour needs more. */
  private static final int MAX_LENGTH = 64;

  private static final String NEXT = "(?:\\s*,\\s*|\\s+)";
  private static final String ALPHA = "(?:\\s*[,/]\\s*(0|1|0?\\.\\d{1,6}|\\d{1,3}%))?";
  private static final String CHANNEL = "(\\d{1,6}%?)";
  private static final String PERCENTAGE = "(\\d{1,6})%";

  private static final Pattern RGB =
      Pattern.compile(
          "rgba?\\(\\s*" + CHANNEL + NEXT + CHANNEL + NEXT + CHANNEL + ALPHA + "\\s*\\)");
  private static final Pattern HSL =
      Pattern.compile(
          "hsla?\\(\\s*(\\d{1,6})(deg|rad|grad|turn)?"
              + NEXT
              + PERCENTAGE
              + NEXT
              + PERCENTAGE
              + ALPHA
              + "\\s*\\)");

  /** Reads a colour from lower-case text without surrounding space; empty if it is not one. */
  static Optional<CssColorFunction> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher rgb = RGB.matcher(text);
    if (rgb.matches()) {
      return Optional.of(ofRgb(rgb));
    }
    Matcher hsl = HSL.matcher(text);
    return hsl.matches() ? Optional.of(ofHsl(hsl)) : Optional.empty();
  }

  private static CssColorFunction ofRgb(Matcher rgb) {
    String alpha = rgb.group(4);
    String channels = rgb.group(1) + "," + rgb.group(2) + "," + rgb.group(3);
    return new CssColorFunction(
        canonical("rgb", channels, alpha),
        channel(rgb.group(1)),
        channel(rgb.group(2)),
        channel(rgb.group(3)),
        alpha(alpha));
  }

  private static CssColorFunction ofHsl(Matcher hsl) {
    String unit = hsl.group(2) == null ? "" : hsl.group(2);
    String alpha = hsl.group(5);
    String parts = hsl.group(1) + unit + "," + hsl.group(3) + "%," + hsl.group(4) + "%";
    double hue = Integer.parseInt(hsl.group(1)) * degrees(unit);
    double saturation = percentage(hsl.group(3)) / 100;
    double lightness = percentage(hsl.group(4)) / 100;
    double chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
    double sector = hue % 360 / 60;
    double second = chroma * (1 - Math.abs(sector % 2 - 1));
    double least = lightness - chroma / 2;
    double[] rgb =
        switch ((int) sector) {
          case 0 -> new double[] {chroma, second, 0};
          case 1 -> new double[] {second, chroma, 0};
          case 2 -> new double[] {0, chroma, second};
          case 3 -> new double[] {0, second, chroma};
          case 4 -> new double[] {second, 0, chroma};
          default -> new double[] {chroma, 0, second};
        };
    return new CssColorFunction(
        canonical("hsl", parts, alpha),
        clamp((rgb[0] + least) * 255, 255),
        clamp((rgb[1] + least) * 255, 255),
        clamp((rgb[2] + least) * 255, 255),
        alpha(alpha));
  }

  private static String canonical(String function, String arguments, String alpha) {
    return alpha == null
        ? function + "(" + arguments + ")"
        : function + "a(" + arguments + "," + alpha + ")";
  }

  private static double channel(String text) {
    return text.endsWith("%")
        ? percentage(text.substring(0, text.length() - 1)) * 255 / 100
        : clamp(Integer.parseInt(text), 255);
  }

  private static double alpha(String text) {
    if (text == null) {
      return 1;
    }
    return text.endsWith("%")
        ? percentage(text.substring(0, text.length() - 1)) / 100
        : Double.parseDouble(text);
  }

  private static double degrees(String unit) {
    return switch (unit) {
      case "rad" -> 180 / Math.PI;
      case "grad" -> 0.9;
      case "turn" -> 360;
      default -> 1;
    };
  }

  private static double percentage(String digits) {
    return clamp(Integer.parseInt(digits), 100);
  }

  private static double clamp(double value, double most) {
    return Math.max(0, Math.min(value, most));
  }
}
