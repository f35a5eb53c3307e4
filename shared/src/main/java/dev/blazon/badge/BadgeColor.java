package dev.blazon.badge;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour as badges know it: one of the palette's names, a CSS colour, or hex digits.
 *
 * <p>Palette and rules are those of badge-maker 6.0.0.
 *
 * @param name the canonical spelling, in JSON answers and in the badge query: a palette name
 *     ({@code brightgreen}), a lower-case CSS colour, or {@code #hex} in lower case
 * @param css the spelling in SVG, for example {@code #4b0}
 * @param argb the same as 8-bit alpha, red, green, and blue, for painters
 */
public record BadgeColor(String name, String css, int argb) {

  public static final BadgeColor BRIGHTGREEN = hex("brightgreen", "#4b0");
  public static final BadgeColor GREEN = hex("green", "#67ac09");
  public static final BadgeColor YELLOW = hex("yellow", "#d8b800");
  public static final BadgeColor YELLOWGREEN = hex("yellowgreen", "#95991a");
  public static final BadgeColor ORANGE = hex("orange", "#ea7233");
  public static final BadgeColor RED = hex("red", "#dd4343");
  public static final BadgeColor BLUE = hex("blue", "#007ec6");
  public static final BadgeColor GREY = hex("grey", "#555");
  public static final BadgeColor LIGHTGREY = hex("lightgrey", "#939393");

  private static final Map<String, BadgeColor> PALETTE =
      Map.ofEntries(
          Map.entry("brightgreen", BRIGHTGREEN),
          Map.entry("success", BRIGHTGREEN),
          Map.entry("green", GREEN),
          Map.entry("yellow", YELLOW),
          Map.entry("yellowgreen", YELLOWGREEN),
          Map.entry("orange", ORANGE),
          Map.entry("important", ORANGE),
          Map.entry("red", RED),
          Map.entry("critical", RED),
          Map.entry("blue", BLUE),
          Map.entry("informational", BLUE),
          Map.entry("grey", GREY),
          Map.entry("gray", GREY),
          Map.entry("lightgrey", LIGHTGREY),
          Map.entry("lightgray", LIGHTGREY),
          Map.entry("inactive", LIGHTGREY));

  /** The weighted sum that is shown as 0.69 at most. */
  private static final int LIGHT = 177_225;

  private static final Pattern HEX = Pattern.compile("#?([0-9a-f]{3}|[0-9a-f]{6})");

  /**
   * Reads a colour as people write it in badge URLs.
   *
   * @return the colour, or empty when the text names none
   */
  public static Optional<BadgeColor> parse(String text) {
    BadgeColor named = PALETTE.get(text);
    if (named != null) {
      return Optional.of(named);
    }
    String lower = text.trim().toLowerCase(Locale.ROOT);
    if (HEX.matcher(lower).matches()) {
      String hex = lower.startsWith("#") ? lower : "#" + lower;
      return Optional.of(hex(hex, hex));
    }
    return Optional.empty();
  }

  /**
   * Whether dark text is read better on it: badge-maker's brightness, rounded to two digits, is
   * above 0.69. Transparency does not count.
   */
  public boolean isLight() {
    int red = argb >> 16 & 0xff;
    int green = argb >> 8 & 0xff;
    int blue = argb & 0xff;
    return red * 299 + green * 587 + blue * 114 > LIGHT;
  }

  private static BadgeColor hex(String name, String css) {
    String digits = css.substring(1);
    if (digits.length() == 3) {
      StringBuilder twice = new StringBuilder(6);
      digits.chars().forEach(c -> twice.append((char) c).append((char) c));
      digits = twice.toString();
    }
    return new BadgeColor(name, css, 0xff000000 | Integer.parseInt(digits, 16));
  }
}
