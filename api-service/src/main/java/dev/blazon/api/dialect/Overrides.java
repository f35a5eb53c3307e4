package dev.blazon.api.dialect;

import dev.blazon.api.shield.Content;
import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Logo;
import dev.blazon.badge.Style;
import java.util.List;
import java.util.Optional;

/**
 * What a reader asked for in the URL over what a shield says by itself.
 *
 * @param label the left text instead
 * @param color behind the message instead; not on errors, which keep their own
 * @param labelColor behind the label instead; not on errors
 * @param style the look; empty: flat
 * @param logo a logo; one without a source only changes the looks of a logo that is there anyway
 * @param links none, one or two
 * @param scale 1 to 3
 */
public record Overrides(
    Optional<String> label,
    Optional<BadgeColor> color,
    Optional<BadgeColor> labelColor,
    Optional<Style> style,
    Optional<Logo> logo,
    List<String> links,
    int scale) {

  /** Nothing but a flat badge. */
  public static final Overrides NONE =
      new Overrides(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          1);

  /** The same with another label, or with the shield's own. */
  Overrides withLabel(Optional<String> other) {
    return new Overrides(other, color, labelColor, style, logo, links, scale);
  }

  /** The badge that says this, in the reader's way. */
  public Badge badge(Content content) {
    return new Badge(
        label.orElse(content.label()),
        content.message(),
        content.isError() ? content.color() : color.orElse(content.color()),
        content.isError() ? content.labelColor() : labelColor.or(content::labelColor),
        style.orElse(Style.FLAT),
        logo,
        links,
        "",
        scale);
  }
}
