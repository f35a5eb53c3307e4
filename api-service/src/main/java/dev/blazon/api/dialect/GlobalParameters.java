package dev.blazon.api.dialect;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Logo;
import dev.blazon.badge.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Reads the query parameters that every badge accepts: shields.io's, and their older names. A value
 * that cannot be used is ignored and never an error, because the badge matters more than its
 * decoration.
 */
final class GlobalParameters {

  private static final int MAX_LINKS = 2;

  /** A hundred days; a longer time is surely a typing error. */
  private static final long MAX_CACHE_SECONDS = 8_640_000;

  private GlobalParameters() {}

  static Overrides overrides(Parameters query) {
    return new Overrides(
        query.first("label"),
        color(query, "color", "colorB"),
        query.given("labelColor").or(() -> query.given("colorA")).flatMap(BadgeColor::parse),
        style(query),
        logo(query),
        links(query),
        scale(query));
  }

  /**
   * {@code cacheSeconds}, or its older name {@code maxAge}; if both are given, both are ignored.
   */
  static OptionalLong cacheSeconds(Parameters query) {
    Optional<String> now = query.given("cacheSeconds");
    Optional<String> old = query.given("maxAge");
    if (now.isPresent() && old.isPresent()) {
      return OptionalLong.empty();
    }
    return now.or(() -> old)
        .map(GlobalParameters::number)
        .filter(OptionalLong::isPresent)
        .map(seconds -> OptionalLong.of(Math.min(seconds.getAsLong(), MAX_CACHE_SECONDS)))
        .orElse(OptionalLong.empty());
  }

  /**
   * A colour parameter. An unknown colour gives bright green as at shields.io, whose renderer has
   * that default, and not the shield's own colour.
   */
  private static Optional<BadgeColor> color(Parameters query, String name, String oldName) {
    return query
        .given(name)
        .or(() -> query.given(oldName))
        .map(text -> BadgeColor.parse(text).orElse(BadgeColor.BRIGHTGREEN));
  }

  static Optional<Style> style(Parameters query) {
    return query
        .word("style")
        .flatMap(
            word ->
                switch (word) {
                  case "popout" -> Optional.of(Style.FLAT);
                  case "popout-square" -> Optional.of(Style.FLAT_SQUARE);
                  default -> Style.of(word);
                });
  }

  /**
   * The logo. It has an empty source if the URL gives only a colour or size, which then apply to a
   * logo that comes from elsewhere.
   */
  static Optional<Logo> logo(Parameters query) {
    if (Stream.of("logo", "logoColor", "logoSize", "logoWidth").noneMatch(query::has)) {
      return Optional.empty();
    }
    return Optional.of(
        new Logo(
            source(query.given("logo").orElse("")),
            query.given("logoColor").flatMap(BadgeColor::parse),
            query.word("logoSize").filter("auto"::equals).isPresent(),
            width(query.given("logoWidth"))));
  }

  /**
   * Repairs a data URI: its {@code +} was decoded to a space, and its {@code data:} may be missing.
   */
  private static String source(String text) {
    if (text.startsWith("data:")) {
      return text.replace(' ', '+');
    }
    return text.startsWith("image/") ? "data:" + text.replace(' ', '+') : text;
  }

  static OptionalInt width(Optional<String> text) {
    OptionalLong width = text.map(GlobalParameters::number).orElse(OptionalLong.empty());
    return width.isPresent() && width.getAsLong() >= 1 && width.getAsLong() <= Logo.MAX_WIDTH
        ? OptionalInt.of((int) width.getAsLong())
        : OptionalInt.empty();
  }

  /**
   * The links of the two halves. Only http, https and mailto are safe; any other address leaves its
   * half without a link.
   */
  static List<String> links(Parameters query) {
    if (!query.has("link")) {
      return List.of();
    }
    List<String> links = new ArrayList<>(MAX_LINKS);
    for (String link : query.all("link")) {
      if (links.size() < MAX_LINKS) {
        links.add(isSafe(link.strip()) ? link.strip() : "");
      }
    }
    return links.stream().allMatch(String::isEmpty) ? List.of() : links;
  }

  private static boolean isSafe(String link) {
    String lower = link.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://")
        || lower.startsWith("http://")
        || lower.startsWith("mailto:");
  }

  static int scale(Parameters query) {
    OptionalLong scale =
        query.given("scale").map(GlobalParameters::number).orElse(OptionalLong.empty());
    return scale.isPresent() && scale.getAsLong() >= 1
        ? (int) Math.min(scale.getAsLong(), Badge.MAX_SCALE)
        : 1;
  }

  /** A whole number from 0, of at most 18 digits; otherwise empty. */
  static OptionalLong number(String text) {
    if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text));
  }
}
