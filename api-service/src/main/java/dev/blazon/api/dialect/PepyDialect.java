package dev.blazon.api.dialect;

import dev.blazon.api.shield.Period;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.shield.Wording;
import dev.blazon.badge.BadgeColor;
import java.util.Locale;
import java.util.Optional;

/**
 * pepy.tech's URLs: {@code /badge/{project}[/month|/week]} and {@code
 * /personalized-badge/{project}?period=…}, whose values are read in either case.
 *
 * <p>Without {@code left_text}, pepy.tech calls every personalised badge {@code downloads/month}.
 * Here the label names the period that is shown.
 */
final class PepyDialect implements Dialect {

  static final String NAME = "pepy";

  private final ShieldCatalog catalog;
  private final RequestWriter requests;

  PepyDialect(ShieldCatalog catalog, Indexes indexes) {
    this.catalog = catalog;
    this.requests = new RequestWriter(NAME, indexes);
  }

  @Override
  public Optional<BadgeRequest> read(BadgePath path, Parameters query) {
    boolean personalized = path.at(0).equals("personalized-badge");
    if (!personalized && !path.at(0).equals("badge")) {
      return Optional.empty();
    }
    if (path.size() > 3) {
      return Optional.empty();
    }
    String period = personalized ? query.word("period").orElse("") : path.at(2);
    Optional<Shield<?>> shield = shield(period, personalized);
    BadgeOptions options =
        personalized ? personalized(path, query) : BadgeOptions.in(Wording.PEPY_TECH, path, query);
    return shield.map(found -> requests.about(found, path.at(1), Optional.empty(), options));
  }

  /** An unknown period in a path is no badge; a personalised badge shows all downloads for it. */
  private Optional<Shield<?>> shield(String period, boolean personalized) {
    return switch (period) {
      case "month", "monthly" -> Optional.of(catalog.downloads(Period.MONTH));
      case "week", "weekly" -> Optional.of(catalog.downloads(Period.WEEK));
      case "", "total" -> Optional.of(catalog.downloads(Period.TOTAL));
      default -> personalized ? Optional.of(catalog.downloads(Period.TOTAL)) : Optional.empty();
    };
  }

  private static BadgeOptions personalized(BadgePath path, Parameters query) {
    Wording wording =
        switch (query.word("units").orElse("")) {
          case "abbreviation" -> Wording.PEPY_TECH_ABBREVIATED;
          case "none" -> Wording.PEPY_TECH_PLAIN;
          default -> Wording.PEPY_TECH;
        };
    Overrides usual = GlobalParameters.overrides(query);
    return new BadgeOptions(
        query,
        path.format(),
        wording,
        new Overrides(
            query.first("left_text").or(usual::label),
            color(query, "right_color"),
            color(query, "left_color"),
            usual.style(),
            usual.logo(),
            usual.links(),
            usual.scale()),
        GlobalParameters.cacheSeconds(query));
  }

  /** The colour of one half: green by default, as at pepy.tech. */
  private static Optional<BadgeColor> color(Parameters query, String name) {
    return query
        .given(name)
        .flatMap(text -> BadgeColor.parse(text.toLowerCase(Locale.ROOT)))
        .or(() -> Optional.of(BadgeColor.GREEN));
  }
}
