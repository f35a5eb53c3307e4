package dev.blazon.api.dialect;

import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.shield.Wording;
import java.util.Optional;

/** badge.fury.io's URLs for Python, {@code /py/{project}}: its only badge is the version. */
final class BadgeFuryDialect implements Dialect {

  static final String NAME = "fury";

  private final RequestWriter requests;
  private final Shield<?> version;

  BadgeFuryDialect(ShieldCatalog catalog, Indexes indexes) {
    this.requests = new RequestWriter(NAME, indexes);
    this.version = catalog.get("version");
  }

  @Override
  public Optional<BadgeRequest> read(BadgePath path, Parameters query) {
    if (!path.at(0).equals("py") || path.size() > 2) {
      return Optional.empty();
    }
    BadgeOptions options = BadgeOptions.in(Wording.BADGE_FURY, path, query);
    return Optional.of(requests.about(version, path.at(1), Optional.empty(), options));
  }
}
