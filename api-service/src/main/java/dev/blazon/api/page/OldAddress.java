package dev.blazon.api.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps old badge URLs to new ones. Each old host has its own rule; a URL without a rule is not
 * changed.
 */
final class OldAddress {

  /** The replacement of a URL. */
  sealed interface New {

    /**
     * A badge of this service.
     *
     * @param path path and query below our base URL, percent-encoded
     */
    record Badge(String path) implements New {}

    /**
     * The new target of a link to the old service's pages.
     *
     * @param address a complete URL, or a path below our base URL
     */
    record Link(String address) implements New {}
  }

  private static final String NAME = "([^/?#{}]+)";
  private static final String END = "/?(\\?.*)?";

  private static final Pattern PYPIP_BADGE =
      Pattern.compile(
          "/(d|download|v|version|wheel|egg|license|format|py_versions|implementation|status)/"
              + NAME
              + "/badge\\.(?i:(svg|png)|[a-z]{3,4})"
              + "(\\?.*)?");
  private static final Pattern PYPIP_PROJECT = Pattern.compile("/[a-z_]+/" + NAME + END);
  private static final Pattern PYPIP_PAGE = Pattern.compile("/[a-z_]+\\.html(#.*)?");
  private static final Pattern SHIELDS_BADGE = Pattern.compile("/(pypi|pepy)/[^?]+(\\?.*)?");
  private static final Pattern FURY_BADGE = Pattern.compile("/py/" + NAME + "\\.(svg|png)" + END);
  private static final Pattern FURY_PROJECT = Pattern.compile("/(?:for/)?py/" + NAME + END);
  private static final Pattern PEPY_BADGE =
      Pattern.compile("/(badge/[^/?#]+(/month|/week)?|personalized-badge/[^/?#]+)" + END);
  private static final Pattern BADGEN_BADGE = Pattern.compile("/pypi/[a-z]+/[^?#]+(\\?.*)?");

  private OldAddress() {}

  /** The replacement for a URL, or empty if it belongs to none of the five services. */
  static Optional<New> renewed(FoundUrl old) {
    String rest = old.rest();
    return switch (old.host()) {
      case "pypip.in", "www.pypip.in" -> pypipIn(rest);
      case "img.shields.io", "shields.io", "raster.shields.io" -> badge(SHIELDS_BADGE, "", rest);
      case "badge.fury.io", "www.badge.fury.io" -> fury(rest);
      case "pepy.tech", "www.pepy.tech", "static.pepy.tech" -> badge(PEPY_BADGE, "/pepy", rest);
      case "badgen.net", "flat.badgen.net" -> badge(BADGEN_BADGE, "/badgen", rest);
      default -> Optional.empty();
    };
  }

  /** pypip.in no longer exists, so its links are replaced too, not only its badges. */
  private static Optional<New> pypipIn(String rest) {
    Matcher badge = PYPIP_BADGE.matcher(rest);
    if (badge.matches()) {
      // Other picture formats are not supported here; every viewer of them can show PNG.
      String format = badge.group(3) == null ? "png" : badge.group(3);
      String query = badge.group(4) == null ? "" : withoutGarbage(badge.group(4));
      return Optional.of(
          new New.Badge("/" + badge.group(1) + "/" + badge.group(2) + "/badge." + format + query));
    }
    if (rest.isEmpty() || rest.equals("/")) {
      return Optional.of(new New.Link("/"));
    }
    if (PYPIP_PAGE.matcher(rest).matches()) {
      return Optional.of(new New.Link("/docs"));
    }
    return project(PYPIP_PROJECT, rest);
  }

  /** badge.fury.io's URLs without an extension led to the project's page. */
  private static Optional<New> fury(String rest) {
    Optional<New> badge = badge(FURY_BADGE, "", rest);
    return badge.isPresent() ? badge : project(FURY_PROJECT, rest);
  }

  private static Optional<New> badge(Pattern form, String prefix, String rest) {
    return form.matcher(rest).matches()
        ? Optional.of(new New.Badge(prefix + withoutGarbage(rest)))
        : Optional.empty();
  }

  private static Optional<New> project(Pattern form, String rest) {
    Matcher matcher = form.matcher(rest);
    return matcher.matches()
        ? Optional.of(new New.Link("https://pypi.org/project/" + matcher.group(1) + "/"))
        : Optional.empty();
  }

  /** Removes a percent-encoded line break with everything after it, and an empty query. */
  private static String withoutGarbage(String rest) {
    int lineBreak = rest.indexOf("%0A");
    String cut = lineBreak < 0 ? rest : rest.substring(0, lineBreak);
    boolean isQueryEmpty = cut.endsWith("?") && cut.indexOf('?') == cut.length() - 1;
    return isQueryEmpty ? cut.substring(0, cut.length() - 1) : cut;
  }
}
