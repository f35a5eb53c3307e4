package dev.blazon.api.dialect;

import dev.blazon.api.shield.Framework;
import dev.blazon.api.shield.Period;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.api.shield.Wording;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * shields.io's URLs: {@code /pypi/{kind}/{project}[/{version}]}, {@code /pepy/dt/{project}}, and
 * URLs without a project: static badges and endpoint badges.
 */
final class ShieldsDialect implements Dialect {

  static final String NAME = "shields";

  private final Map<String, Shield<?>> kinds = new HashMap<>();
  private final Map<String, Shield<?>> frameworks = new HashMap<>();
  private final RequestWriter requests;
  private final StaticBadges staticBadges;
  private final EndpointBadges endpointBadges;
  private final Shield<?> totalDownloads;

  ShieldsDialect(ShieldCatalog catalog, Indexes indexes) {
    this.requests = new RequestWriter(NAME, indexes);
    this.staticBadges = new StaticBadges(requests);
    this.endpointBadges = new EndpointBadges(requests);
    this.totalDownloads = catalog.downloads(Period.TOTAL);
    for (Shield<?> shield : catalog.all()) {
      kinds.put(shield.description().id(), shield);
    }
    kinds.put("v", catalog.get("version"));
    kinds.put("l", catalog.get("license"));
    kinds.put("pyversions", catalog.get("py_versions"));
    kinds.put("djversions", catalog.get(Framework.DJANGO.shieldId()));
    // "dt" is no longer at shields.io, but still in READMEs.
    for (Period period : Period.values()) {
      kinds.put(period.shieldsName(), catalog.downloads(period));
    }
    for (Framework framework : Framework.values()) {
      frameworks.put(framework.urlName(), catalog.get(framework.shieldId()));
    }
  }

  @Override
  public Optional<BadgeRequest> read(BadgePath path, Parameters query) {
    return switch (path.at(0)) {
      case "pypi" -> pypi(path, query);
      case "pepy" ->
          path.at(1).equals("dt") && path.size() <= 3
              ? Optional.of(about(totalDownloads, path, 2, query))
              : Optional.empty();
      case "badge" ->
          path.size() == 2 && path.at(1).equals("endpoint")
              ? endpointBadges.read(path, query)
              : staticBadges.read(path.afterFirst(), path, query);
      case "static" ->
          path.size() == 2 && path.at(1).equals("v1")
              ? staticBadges.fromQuery(path, query)
              : Optional.empty();
      case "endpoint" -> path.size() == 1 ? endpointBadges.read(path, query) : Optional.empty();
      default -> oldStatic(path, query);
    };
  }

  private Optional<BadgeRequest> pypi(BadgePath path, Parameters query) {
    if (path.at(1).equals("frameworkversions")) {
      return Optional.ofNullable(frameworks.get(path.at(2)))
          .map(shield -> about(shield, path, 3, query));
    }
    return Optional.ofNullable(kinds.get(path.at(1))).map(shield -> about(shield, path, 2, query));
  }

  /** The old form of a static badge, {@code /:label-message-color}. */
  private Optional<BadgeRequest> oldStatic(BadgePath path, Parameters query) {
    return path.at(0).startsWith(":")
        ? staticBadges.read(PercentDecoding.ofPath(path.raw().substring(2)), path, query)
        : Optional.empty();
  }

  /**
   * @param at the index of the segment with the project's name; a version may follow, or pypip.in's
   *     {@code badge.svg}, which some READMEs carried over
   */
  private BadgeRequest about(Shield<?> shield, BadgePath path, int at, Parameters query) {
    String name = path.size() > at + 2 ? path.at(at) + "/" + path.at(at + 1) : path.at(at);
    Optional<String> version =
        Optional.of(path.at(at + 1)).filter(text -> !text.isEmpty() && !text.equals("badge"));
    return requests.about(shield, name, version, BadgeOptions.in(Wording.SHIELDS_IO, path, query));
  }
}
