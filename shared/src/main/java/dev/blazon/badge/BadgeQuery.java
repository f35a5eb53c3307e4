package dev.blazon.badge;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The canonical query string of a badge: the wire form between the services, and the cache key of a
 * picture.
 *
 * <p>The parameters are written in a fixed order, and only if they differ from the default, so
 * equal badges have equal queries. Reading accepts any order, uses the first of repeated values
 * (except {@code link}, which may occur twice), and ignores unknown parameters.
 */
public final class BadgeQuery {

  private BadgeQuery() {}

  /** Writes the query string: percent-encoded, without the question mark. */
  public static String encode(Badge badge) {
    Writer query = new Writer();
    query.add("label", badge.label(), "");
    query.add("message", badge.message(), "");
    query.add("color", badge.color().name(), BadgeColor.BRIGHTGREEN.name());
    badge.labelColor().ifPresent(c -> query.add("labelColor", c.name(), ""));
    query.add("style", badge.style().id(), Style.FLAT.id());
    badge
        .logo()
        .ifPresent(
            logo -> {
              query.add("logo", logo.source(), "");
              logo.color().ifPresent(c -> query.add("logoColor", c.name(), ""));
              query.add("logoSize", logo.autoSize() ? "auto" : "", "");
              logo.width().ifPresent(w -> query.add("logoWidth", Integer.toString(w), ""));
            });
    for (String link : badge.links()) {
      query.add("link", link, null);
    }
    query.add("idSuffix", badge.idSuffix(), "");
    query.add("scale", Integer.toString(badge.scale()), "1");
    if (badge.trend().isPresent()) {
      query.add("trend", badge.trend().get().toText(), "");
    }
    return query.toString();
  }

  /**
   * Reads a raw (still percent-encoded) query string.
   *
   * @throws InvalidBadgeQueryException if a known parameter has an invalid value
   */
  public static Badge decode(String query) throws InvalidBadgeQueryException {
    Map<String, List<String>> parameters = parameters(query);
    String message = first(parameters, "message").orElse("");
    return new Badge(
        first(parameters, "label").orElse(""),
        message,
        color(parameters, "color").orElse(BadgeColor.BRIGHTGREEN),
        color(parameters, "labelColor"),
        style(parameters),
        logo(parameters),
        links(parameters),
        idSuffix(parameters),
        integer(parameters, "scale", 1, Badge.MAX_SCALE).orElse(1),
        trend(parameters, message));
  }

  private static Style style(Map<String, List<String>> parameters)
      throws InvalidBadgeQueryException {
    Optional<String> value = given(parameters, "style");
    if (value.isEmpty()) {
      return Style.FLAT;
    }
    return Style.of(value.get())
        .orElseThrow(() -> new InvalidBadgeQueryException("style", "no such style"));
  }

  private static Optional<Logo> logo(Map<String, List<String>> parameters)
      throws InvalidBadgeQueryException {
    Optional<BadgeColor> color = color(parameters, "logoColor");
    OptionalInt width = integer(parameters, "logoWidth", 1, Logo.MAX_WIDTH);
    Optional<String> size = given(parameters, "logoSize");
    boolean auto = size.filter("auto"::equals).isPresent();
    if (size.isPresent() && !auto) {
      throw new InvalidBadgeQueryException("logoSize", "auto, or nothing");
    }
    return given(parameters, "logo").map(source -> new Logo(source, color, auto, width));
  }

  private static List<String> links(Map<String, List<String>> parameters)
      throws InvalidBadgeQueryException {
    List<String> links = parameters.getOrDefault("link", List.of());
    if (links.size() > 2) {
      throw new InvalidBadgeQueryException("link", "two at most");
    }
    return links;
  }

  private static Optional<Trend> trend(Map<String, List<String>> parameters, String message)
      throws InvalidBadgeQueryException {
    Optional<String> value = given(parameters, "trend");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Trend> trend = Trend.parse(value.get());
    if (trend.isEmpty()) {
      throw new InvalidBadgeQueryException("trend", Trend.RULE);
    }
    if (BadgeText.normalize(message).isEmpty()) {
      throw new InvalidBadgeQueryException("trend", "a message is needed");
    }
    return trend;
  }

  private static String idSuffix(Map<String, List<String>> parameters)
      throws InvalidBadgeQueryException {
    String suffix = first(parameters, "idSuffix").orElse("");
    if (!Badge.isIdSuffix(suffix)) {
      throw new InvalidBadgeQueryException("idSuffix", "64 letters, digits, - and _ at most");
    }
    return suffix;
  }

  private static Optional<BadgeColor> color(Map<String, List<String>> parameters, String name)
      throws InvalidBadgeQueryException {
    Optional<String> value = given(parameters, name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<BadgeColor> color = BadgeColor.parse(value.get());
    if (color.isEmpty()) {
      throw new InvalidBadgeQueryException(name, "not a colour");
    }
    return color;
  }

  private static OptionalInt integer(
      Map<String, List<String>> parameters, String name, int least, int most)
      throws InvalidBadgeQueryException {
    Optional<String> value = given(parameters, name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int number = Integer.parseInt(value.get());
      if (number >= least && number <= most) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of range.
    }
    throw new InvalidBadgeQueryException(
        name, "a whole number from " + least + " to " + most + " is needed");
  }

  private static Optional<String> first(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.get(name);
    return values == null ? Optional.empty() : Optional.of(values.get(0));
  }

  private static Optional<String> given(Map<String, List<String>> parameters, String name) {
    return first(parameters, name).map(String::strip).filter(value -> !value.isEmpty());
  }

  private static Map<String, List<String>> parameters(String query)
      throws InvalidBadgeQueryException {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      try {
        parameters
            .computeIfAbsent(
                URLDecoder.decode(name, StandardCharsets.UTF_8), key -> new ArrayList<>(1))
            .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw new InvalidBadgeQueryException(name, "broken percent-encoding");
      }
    }
    return parameters;
  }

  private static final class Writer {
    private final StringBuilder query = new StringBuilder(96);

    void add(String name, String value, String unless) {
      if (value.equals(unless)) {
        return;
      }
      if (!query.isEmpty()) {
        query.append('&');
      }
      query.append(name).append('=');
      query.append(isPlain(value) ? value : URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /**
     * Whether the value needs no encoding. Most need none, and this check is cheaper than encoding.
     */
    private static boolean isPlain(String value) {
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '_') {
          return false;
        }
      }
      return true;
    }

    @Override
    public String toString() {
      return query.toString();
    }
  }
}
