package dev.blazon.imaging.logo;

import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Logo;
import dev.blazon.badge.Style;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The logos of simple-icons. They are found by slug, title, alias, or one of shields.io's own old
 * names, and coloured as by shields.io. The pack is loaded at first use.
 */
final class NamedLogos {

  /** Names that shields.io supports in addition, and old names that are still used in READMEs. */
  private static final Map<String, String> OLD_NAMES =
      Map.of(
          "azuredevops", "azure-devops",
          "eclipse", "eclipse-ide",
          "gitter-white", "gitter",
          "scrutinizer", "scrutinizer-ci",
          "stackoverflow", "stack-overflow",
          "tfs", "azure-devops",
          "travis", "travis-ci",
          "css3", "css",
          "expressjs", "express",
          "vue", "vue.js");

  private static final BadgeColor WHITESMOKE = hex("#f5f5f5");
  private static final BadgeColor DARK_GREY = hex("#333");

  private static final ViewBox WHOLE = new ViewBox(0, 0, Icon.SIZE, Icon.SIZE);

  /** Brand colours no brighter than this are hard to see on a label's grey. */
  private static final double DARK = 0.4;

  /** Brand colours at least as bright are hard to see on a social badge's light grey. */
  private static final double BRIGHT = 0.6;

  private static final class Pack {
    static final IconPack ICONS = load();

    private static IconPack load() {
      try (InputStream in = NamedLogos.class.getResourceAsStream("icons.bin")) {
        if (in == null) {
          throw new IllegalStateException("icons.bin is not on the class path");
        }
        return IconPack.read(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private NamedLogos() {}

  /** The icon with this name; empty if there is none. */
  static Optional<Icon> find(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    return Pack.ICONS.find(OLD_NAMES.getOrDefault(plain, plain));
  }

  /** The slugs of all icons, sorted. */
  static List<String> slugs() {
    return Pack.ICONS.slugs();
  }

  /** Finds the requested icon and gives it a colour. */
  static ReadyLogo read(Logo requested, Style style) throws LogoException {
    Icon icon =
        find(requested.source())
            .orElseThrow(() -> new LogoException("no logo of that name is known"));
    return paint(icon, requested, style);
  }

  /** The icon in its colour, cropped to the drawn shape if it keeps its own proportions. */
  private static ReadyLogo paint(Icon icon, Logo requested, Style style) {
    BadgeColor color = requested.color().orElseGet(() -> color(icon.rgb(), style));
    if (requested.autoSize()) {
      Rectangle2D drawn = IconPath.bounds(icon.path());
      if (drawn.getWidth() > drawn.getHeight()) {
        ViewBox frame =
            new ViewBox(drawn.getX(), drawn.getY(), drawn.getWidth(), drawn.getHeight());
        return new ReadyLogo.Outline(icon.path(), frame.rounded(), color);
      }
    }
    return new ReadyLogo.Outline(icon.path(), WHOLE, color);
  }

  /** The brand's colour, or another if it would be hard to see: shields.io's rule. */
  static BadgeColor color(int rgb, Style style) {
    int red = rgb >> 16 & 0xff;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    double brightness = (299 * red + 587 * green + 114 * blue) / 255_000.0;
    if (style == Style.SOCIAL && brightness >= BRIGHT) {
      return DARK_GREY;
    }
    if (style != Style.SOCIAL && brightness <= DARK) {
      return WHITESMOKE;
    }
    return hex(String.format(Locale.ROOT, "#%06x", rgb));
  }

  private static BadgeColor hex(String digits) {
    return BadgeColor.parse(digits).orElseThrow();
  }
}
