package dev.blazon.bench.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often READMEs use each route, and each extension, style and parameter of shields.io's routes.
 * All numbers are counts.
 *
 * @param routes uses of each route
 * @param extensions uses of each extension on shields.io's routes: {@code .svg}, {@code .png}, or
 *     empty
 * @param styles uses of each style on shields.io's PyPI routes; empty: no style parameter
 * @param parameters uses of each parameter ({@code color} and others) on shields.io's PyPI routes,
 *     among {@link #shieldsBadges()} badges
 * @param shieldsBadges the number of badges on shields.io's PyPI routes
 */
record Shares(
    Map<Route, Integer> routes,
    Map<String, Integer> extensions,
    Map<String, Integer> styles,
    Map<String, Integer> parameters,
    int shieldsBadges) {

  private static final Pattern ROUTE = Pattern.compile("(\\d+)\t[^\t]*\t[^\t]*\t(.+)");
  private static final Pattern PAIR = Pattern.compile("'([^']+)'[,:] (\\d+)");

  /** The styles that Blazon paints; it paints every other one as flat. */
  private static final List<String> STYLES =
      List.of("flat", "flat-square", "plastic", "for-the-badge", "social");

  Shares {
    routes = Map.copyOf(routes);
    extensions = Map.copyOf(extensions);
    styles = Map.copyOf(styles);
    parameters = Map.copyOf(parameters);
  }

  /**
   * Reads a table of badges.
   *
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when the file is another kind of table
   */
  static Shares read(Path table) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Map<String, Integer>> lists = new HashMap<>();
    for (String line : Files.readAllLines(table)) {
      Matcher route = ROUTE.matcher(line);
      if (route.matches()) {
        counts.put(route.group(2), Integer.valueOf(route.group(1)));
      } else {
        for (String name : List.of("ext", "style pypi", "params pypi")) {
          if (line.startsWith(name + " ")) {
            lists.put(name, pairs(line));
          }
        }
      }
    }
    if (lists.size() < 3 || !counts.containsKey(Route.VERSION.tableName())) {
      throw new IllegalArgumentException(table + " has no routes, extensions, and styles");
    }
    return of(counts, lists);
  }

  private static Shares of(Map<String, Integer> counts, Map<String, Map<String, Integer>> lists) {
    Map<Route, Integer> routes = new EnumMap<>(Route.class);
    for (Route route : Route.values()) {
      routes.put(route, counts.getOrDefault(route.tableName(), 0));
    }
    int shieldsBadges =
        counts.entrySet().stream()
            .filter(count -> count.getKey().startsWith("shields:pypi/"))
            .mapToInt(Map.Entry::getValue)
            .sum();
    Map<String, Integer> styles = new LinkedHashMap<>(lists.get("style pypi"));
    styles.keySet().retainAll(STYLES);
    int styled = styles.values().stream().mapToInt(Integer::intValue).sum();
    styles.put("", shieldsBadges - styled);
    Map<String, Integer> extensions = new HashMap<>();
    lists
        .get("ext")
        .forEach((name, count) -> extensions.put(name.equals("(none)") ? "" : "." + name, count));
    return new Shares(routes, extensions, styles, lists.get("params pypi"), shieldsBadges);
  }

  private static Map<String, Integer> pairs(String line) {
    Map<String, Integer> pairs = new LinkedHashMap<>();
    Matcher pair = PAIR.matcher(line);
    while (pair.find()) {
      pairs.put(pair.group(1), Integer.valueOf(pair.group(2)));
    }
    return pairs;
  }

  /** The share of badges on shields.io's PyPI routes with this parameter, 0 to 1. */
  double parameter(String name) {
    return parameters.getOrDefault(name, 0) / (double) shieldsBadges;
  }

  /** The routes in the enum's order, so that a seed always picks the same ones. */
  Weighted<Route> weightedRoutes() {
    return new Weighted<>(List.of(Route.values()), routes::get);
  }

  Weighted<String> weightedExtensions() {
    return weighted(extensions);
  }

  Weighted<String> weightedStyles() {
    return weighted(styles);
  }

  private static Weighted<String> weighted(Map<String, Integer> counts) {
    List<String> names = new ArrayList<>(counts.keySet());
    names.sort(null);
    return new Weighted<>(names, counts::get);
  }
}
