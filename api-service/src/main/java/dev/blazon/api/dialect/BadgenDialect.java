package dev.blazon.api.dialect;

import dev.blazon.api.shield.BadgenColors;
import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.Period;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.shield.Wording;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Logo;
import dev.blazon.badge.Style;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * badgen.net's URLs for PyPI, {@code /pypi/{kind}/{project}}, and its static badges, {@code
 * /badge/{label}/{message}[/{color}]}.
 */
final class BadgenDialect implements Dialect {

  static final String NAME = "badgen";

  /** The shortest cache time that badgen.net gave. */
  private static final long LEAST_CACHE_SECONDS = 300;

  private final Map<String, Shield<?>> kinds = new HashMap<>();
  private final RequestWriter requests;
  private final Style usualStyle;

  /**
   * @param usualStyle the default style of the host: {@code flat.badgen.net} has square corners
   */
  BadgenDialect(ShieldCatalog catalog, Indexes indexes, Style usualStyle) {
    this.requests = new RequestWriter(NAME, indexes);
    this.usualStyle = usualStyle;
    kinds.put("v", catalog.get("version"));
    kinds.put("license", catalog.get("license"));
    kinds.put("python", catalog.get("py_versions"));
    kinds.put("pyversions", catalog.get("py_versions"));
    for (Period period : Period.values()) {
      kinds.put(period.shieldsName(), catalog.downloads(period));
    }
  }

  @Override
  public Optional<BadgeRequest> read(BadgePath path, Parameters query) {
    return switch (path.at(0)) {
      case "pypi" -> pypi(path, query);
      case "badge", "static" -> ofWords(path, query);
      default -> Optional.empty();
    };
  }

  private Optional<BadgeRequest> pypi(BadgePath path, Parameters query) {
    return path.size() > 3
        ? Optional.empty()
        : Optional.ofNullable(kinds.get(path.at(1)))
            .map(
                shield ->
                    requests.about(
                        shield, path.at(2), Optional.empty(), options(path, query, "pypi")));
  }

  private Optional<BadgeRequest> ofWords(BadgePath path, Parameters query) {
    if (path.size() < 3 || path.size() > 4) {
      return Optional.empty();
    }
    String message =
        query
            .first("list")
            .map(list -> list.isEmpty() || list.equals("1") ? "|" : list)
            .map(separator -> String.join(" " + separator + " ", path.at(2).split(",", -1)))
            .orElse(path.at(2));
    BadgeColor color = BadgenColors.parse(path.at(3)).orElse(BadgenColors.BLUE);
    Content content = new Content(path.at(1), message, color);
    return Optional.of(requests.saying(content, options(path, query, path.at(1))));
  }

  private BadgeOptions options(BadgePath path, Parameters query, String usualIcon) {
    Overrides overrides =
        new Overrides(
            query.first("label"),
            query.given("color").flatMap(BadgenColors::parse),
            query.given("labelColor").flatMap(BadgenColors::parse),
            GlobalParameters.style(query).or(() -> Optional.of(usualStyle)),
            icon(query, usualIcon).or(() -> GlobalParameters.logo(query)),
            GlobalParameters.links(query),
            GlobalParameters.scale(query));
    return new BadgeOptions(
        query, path.format(), Wording.BADGEN_NET, overrides, cacheSeconds(query));
  }

  /** The icon of {@code ?icon=name}; {@code ?icon} without a value gives the usual icon. */
  private static Optional<Logo> icon(Parameters query, String usual) {
    OptionalInt width = GlobalParameters.width(query.given("iconWidth"));
    return query
        .first("icon")
        .map(String::strip)
        .map(name -> new Logo(name.isEmpty() ? usual : name, Optional.empty(), false, width));
  }

  private static OptionalLong cacheSeconds(Parameters query) {
    OptionalLong own = GlobalParameters.number(query.first("cache").orElse(""));
    return own.isPresent()
        ? OptionalLong.of(Math.max(own.getAsLong(), LEAST_CACHE_SECONDS))
        : GlobalParameters.cacheSeconds(query);
  }
}
