package dev.blazon.api.dialect;

import dev.blazon.api.shield.Content;
import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Logo;
import dev.blazon.badge.Style;
import java.util.List;
import java.util.Optional;

/**
 * The values of a URL that replace or add to what a shield says.
 *
 * @param label replaces the left text
 * @param color replaces the colour behind the message, except on errors, which keep their own
 * @param labelColor replaces the colour behind the label, except on errors
 * @param style the style; empty: flat
 * @param logo a logo; one without a source only changes the colour and size of a logo from
 *     elsewhere
 * @param links at most two, for the left and the right half
 * @param scale multiplies the natural size of a PNG, 1 to 3
 */
public record Overrides(
    Optional<String> label,
    Optional<BadgeColor> color,
    Optional<BadgeColor> labelColor,
    Optional<Style> style,
    Optional<Logo> logo,
    List<String> links,
    int scale) {

  /** No overrides: a flat badge with the shield's own content. */
  public static final Overrides NONE =
      new Overrides(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          1);

  /** A copy with another label; empty: the shield's own. */
  Overrides withLabel(Optional<String> other) {
    return new Overrides(other, color, labelColor, style, logo, links, scale);
  }

  /** The badge with this content and these overrides. */
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
        scale,
        content.trend());
  }
}
