package dev.blazon.api.dialect;

import dev.blazon.api.shield.ShieldCatalog;
import dev.blazon.badge.Style;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads badge URLs of all dialects: the entry point of this package.
 *
 * <p>The host name chooses the dialect; on any other host, {@link RootDialect} reads the forms that
 * cannot be confused with each other. If neither recognises the URL, the first path segment may
 * choose the dialect: {@code /pypipin/…}, {@code /shields/…}, {@code /fury/…}, {@code /pepy/…},
 * {@code /badgen/…}. Immutable.
 */
public final class Dialects {

  private final Dialect root;
  private final Map<String, Dialect> byHost;
  private final Map<String, Dialect> byPrefix;

  public Dialects(ShieldCatalog catalog, Indexes indexes) {
    Dialect pypipIn = new PypipInDialect(catalog, indexes);
    Dialect shields = new ShieldsDialect(catalog, indexes);
    Dialect fury = new BadgeFuryDialect(catalog, indexes);
    Dialect pepy = new PepyDialect(catalog, indexes);
    Dialect badgen = new BadgenDialect(catalog, indexes, Style.FLAT);
    root = new RootDialect(pypipIn, shields, fury, pepy);
    byHost =
        Map.ofEntries(
            Map.entry("img.shields.io", shields),
            Map.entry("shields.io", shields),
            Map.entry("www.shields.io", shields),
            Map.entry("raster.shields.io", shields),
            Map.entry("badge.fury.io", fury),
            Map.entry("pepy.tech", pepy),
            Map.entry("www.pepy.tech", pepy),
            Map.entry("static.pepy.tech", pepy),
            Map.entry("badgen.net", badgen),
            Map.entry("www.badgen.net", badgen),
            Map.entry("flat.badgen.net", new BadgenDialect(catalog, indexes, Style.FLAT_SQUARE)));
    byPrefix =
        Map.of(
            "pypipin", pypipIn, "shields", shields, "fury", fury, "pepy", pepy, "badgen", badgen);
  }

  /**
   * Reads a badge URL. Accepts any text and never throws.
   *
   * @param host the value of the {@code Host} header, with or without port, in any case
   * @param path the raw path, still percent-encoded
   * @param rawQuery the raw query without its question mark; empty if there is none
   * @return the request, or empty if this is not a badge URL
   */
  public Optional<BadgeRequest> read(String host, String path, String rawQuery) {
    BadgePath badgePath = BadgePath.of(path);
    if (badgePath.size() == 0) {
      return Optional.empty();
    }
    Parameters query = Parameters.parse(rawQuery);
    Optional<BadgeRequest> request =
        byHost.getOrDefault(hostName(host), root).read(badgePath, query);
    if (request.isPresent()) {
      return request;
    }
    Dialect prefixed = byPrefix.get(badgePath.at(0));
    return prefixed == null || badgePath.size() == 1
        ? Optional.empty()
        : prefixed.read(badgePath.below(), query);
  }

  private static String hostName(String host) {
    int colon = host.indexOf(':');
    return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
  }
}
