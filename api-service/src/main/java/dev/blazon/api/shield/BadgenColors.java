package dev.blazon.api.shield;

import dev.blazon.badge.BadgeColor;
import java.util.Map;
import java.util.Optional;

/** The preset colours of badgen.net, by name; shields.io has other tones of the same names. */
public final class BadgenColors {

  static final BadgeColor GREEN = preset("3c1");
  public static final BadgeColor BLUE = preset("08c");
  static final BadgeColor RED = preset("e43");
  static final BadgeColor ORANGE = preset("f73");
  static final BadgeColor GREY = preset("999");
  static final BadgeColor CYAN = preset("1bc");

  private static final Map<String, BadgeColor> PRESETS =
      Map.of(
          "green", GREEN,
          "blue", BLUE,
          "red", RED,
          "yellow", preset("db1"),
          "orange", ORANGE,
          "purple", preset("94e"),
          "pink", preset("e5b"),
          "grey", GREY,
          "cyan", CYAN,
          "black", preset("2a2a2a"));

  private BadgenColors() {}

  /** The preset of that name, or else the colour that {@link BadgeColor#parse} reads. */
  public static Optional<BadgeColor> parse(String text) {
    BadgeColor preset = PRESETS.get(text);
    return preset != null ? Optional.of(preset) : BadgeColor.parse(text);
  }

  private static BadgeColor preset(String hex) {
    return BadgeColor.parse(hex).orElseThrow();
  }
}
