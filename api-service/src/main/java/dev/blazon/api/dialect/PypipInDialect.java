package dev.blazon.api.dialect;

import dev.blazon.api.shield.Period;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.shield.Wording;
import java.util.Optional;

/**
 * pypip.in's URLs, {@code /{kind}/{project}/badge.{ext}}, for its nine shields and all newer ones.
 * {@code /badge.{ext}} may be missing, as it is in real links.
 */
final class PypipInDialect implements Dialect {

  static final String NAME = "pypipin";

  private static final String BADGE = "badge";

  private final ShieldCatalog catalog;
  private final RequestWriter requests;

  PypipInDialect(ShieldCatalog catalog, Indexes indexes) {
    this.catalog = catalog;
    this.requests = new RequestWriter(NAME, indexes);
  }

  @Override
  public Optional<BadgeRequest> read(BadgePath path, Parameters query) {
    int size = path.size();
    boolean complete = size == 3 && path.at(2).equals(BADGE);
    if (!complete && size != 2 && !(size == 1 && path.isFolder())) {
      return Optional.empty();
    }
    Optional<Shield<?>> shield = shield(path.at(0), query);
    if (shield.isEmpty()) {
      return Optional.empty();
    }
    // In /version//badge.svg the name is missing; /version/badge is about a project named "badge".
    boolean nameLost = size == 2 && path.at(1).equals(BADGE) && path.hasExtension();
    String name = nameLost ? "" : path.at(1);
    boolean isVersion = shield.get().description().id().equals("version");
    BadgeOptions options = BadgeOptions.in(Wording.PYPIP_IN, path, query);
    if (isVersion && options.overrides().label().isEmpty()) {
      options = options.with(options.overrides().withLabel(text(query)));
    }
    Optional<String> version = query.given("version").filter(given -> !given.equals("latest"));
    return Optional.of(requests.about(shield.get(), name, version, options));
  }

  private Optional<Shield<?>> shield(String kind, Parameters query) {
    return switch (kind) {
      case "v" -> catalog.find("version");
      case "d", "download" -> Optional.of(catalog.downloads(period(query)));
      case "trend" -> Optional.of(catalog.trend(period(query)));
      default -> catalog.find(kind);
    };
  }

  /** The label of {@code ?text=}; pypip.in used {@code pypi} for any other text. */
  private static Optional<String> text(Parameters query) {
    return query.word("text").filter("version"::equals);
  }

  private static Period period(Parameters query) {
    return switch (query.word("period").orElse("")) {
      case "day" -> Period.DAY;
      case "week" -> Period.WEEK;
      default -> Period.MONTH;
    };
  }
}
