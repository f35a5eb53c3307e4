package dev.blazon.badge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A colour of a badge: a name of the palette, a CSS colour, or hex digits.
 *
 * <p>Palette and rules are those of badge-maker 6.0.0. In addition, 4 or 8 hex digits are accepted
 * without a {@code #}, and case does not matter. {@link #name()} and {@link #css()} are always
 * canonical: they contain only letters, digits, and {@code #(),.%}, and are safe in an SVG
 * attribute.
 *
 * <p>Not a record, because only this class may create colours: no unchecked text can get into a
 * picture.
 */
public final class BadgeColor {

  public static final BadgeColor BRIGHTGREEN = palette("brightgreen", "#4b0");
  public static final BadgeColor GREEN = palette("green", "#67ac09");
  public static final BadgeColor YELLOW = palette("yellow", "#d8b800");
  public static final BadgeColor YELLOWGREEN = palette("yellowgreen", "#95991a");
  public static final BadgeColor ORANGE = palette("orange", "#ea7233");
  public static final BadgeColor RED = palette("red", "#dd4343");
  public static final BadgeColor BLUE = palette("blue", "#007ec6");
  public static final BadgeColor GREY = palette("grey", "#555");
  public static final BadgeColor LIGHTGREY = palette("lightgrey", "#939393");

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

  private static final int OPAQUE = 0xff000000;
  private static final double MOST_BRIGHTNESS = 255_000;

  /** Above this brightness, dark text is easier to read than white text. */
  private static final double LIGHT = 0.69;

  private final String name;
  private final String css;
  private final int argb;
  private final double brightness;

  private BadgeColor(String name, String css, int argb, double brightness) {
    this.name = name;
    this.css = css;
    this.argb = argb;
    this.brightness = brightness;
  }

  /**
   * Reads a colour as people write it in badge URLs.
   *
   * @return the colour, or empty if the text is not one
   */
  public static Optional<BadgeColor> parse(String text) {
    BadgeColor usual = PALETTE.get(text);
    if (usual != null) {
      return Optional.of(usual);
    }
    String lower = text.strip().toLowerCase(Locale.ROOT);
    BadgeColor named = PALETTE.get(lower);
    if (named != null) {
      return Optional.of(named);
    }
    Optional<Integer> rgb = CssColorNames.rgb(lower);
    if (rgb.isPresent()) {
      return Optional.of(exact(lower, lower, OPAQUE | rgb.get()));
    }
    String digits = lower.startsWith("#") ? lower.substring(1) : lower;
    OptionalInt hex = HexDigits.argb(digits);
    if (hex.isPresent()) {
      return Optional.of(exact("#" + digits, "#" + digits, hex.getAsInt()));
    }
    return CssColorFunction.parse(lower).map(BadgeColor::computed);
  }

  /**
   * The canonical spelling, used in JSON and in the badge query: a palette name ({@code
   * brightgreen}), a lower-case CSS name or function, or {@code #hex}. {@link #parse} turns it into
   * an equal colour.
   */
  public String name() {
    return name;
  }

  /** The spelling in SVG: a CSS name or {@code #hex}, for example {@code #4b0}. */
  public String css() {
    return css;
  }

  /** The colour as 8-bit alpha, red, green, and blue, from the highest byte to the lowest. */
  public int argb() {
    return argb;
  }

  /**
   * The perceived brightness, from 0 to 1, rounded to two decimals. As in badge-maker, this is the
   * W3C's old formula, and it ignores transparency.
   */
  public double brightness() {
    return brightness;
  }

  /** Whether dark text is easier to read on this colour than white text. */
  public boolean isLight() {
    return brightness > LIGHT;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BadgeColor color && name.equals(color.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }

  private static BadgeColor palette(String name, String hex) {
    return exact(name, hex, HexDigits.argb(hex.substring(1)).orElseThrow());
  }

  private static BadgeColor exact(String name, String css, int argb) {
    return new BadgeColor(
        name, css, argb, brightness(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff));
  }

  /**
   * Rounds the channels for painting, as browsers do, and truncates them for the brightness, as
   * badge-maker does.
   */
  private static BadgeColor computed(CssColorFunction function) {
    int argb =
        (int) Math.round(function.alpha() * 255) << 24
            | (int) Math.round(function.red()) << 16
            | (int) Math.round(function.green()) << 8
            | (int) Math.round(function.blue());
    return new BadgeColor(
        function.text(),
        HexDigits.css(argb),
        argb,
        brightness((int) function.red(), (int) function.green(), (int) function.blue()));
  }

  private static double brightness(int red, int green, int blue) {
    double exact = (red * 299 + green * 587 + blue * 114) / MOST_BRIGHTNESS;
    // Like JavaScript's toFixed: the exact binary value is rounded, so there are no ties.
    return new BigDecimal(exact).setScale(2, RoundingMode.HALF_UP).doubleValue();
  }
}
