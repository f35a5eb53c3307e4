package dev.blazon.api.dialect;

import dev.blazon.badge.Ascii;
import dev.blazon.count.Dimension;
import dev.blazon.count.Filter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which downloads a URL wants counted, as written in its query: {@code version}, {@code python},
 * {@code installer} or {@code system}. Counts are kept by one of these, never by two together.
 *
 * @param filter the filter, if it is valid; {@link Filter#NONE} if there is none in the query
 * @param problem what is wrong with it, short enough for a badge; empty if it is valid
 */
record WrittenFilter(Optional<Filter> filter, String problem) {

  private static final String VERSION = "version";

  /** The category filters; each has the name of its dimension. */
  private static final List<Dimension> CATEGORIES =
      List.of(Dimension.PYTHON, Dimension.INSTALLER, Dimension.SYSTEM);

  /** pypip.in had it; it asked for what is shown anyway. */
  private static final String LATEST = "latest";

  /** Each is compared with every version of the project. */
  private static final int MOST_GLOBS = 8;

  private static final int LONGEST_GLOB = 64;

  /** The longest real name of an installer has 14 characters. */
  private static final int LONGEST_CATEGORY = 32;

  static WrittenFilter of(Parameters query) {
    List<String> given =
        Stream.concat(Stream.of(VERSION), CATEGORIES.stream().map(Dimension::word))
            .filter(name -> value(query, name).isPresent())
            .toList();
    if (given.isEmpty()) {
      return new WrittenFilter(Optional.of(Filter.NONE), "");
    }
    if (given.size() > 1) {
      return new WrittenFilter(
          Optional.empty(), "one query parameter only: " + String.join(", ", given));
    }
    String name = given.get(0);
    String value = value(query, name).orElseThrow();
    Optional<Filter> filter = name.equals(VERSION) ? versions(value) : category(name, value);
    return new WrittenFilter(filter, filter.isPresent() ? "" : "invalid query parameter: " + name);
  }

  private static Optional<String> value(Parameters query, String name) {
    return query.given(name).filter(value -> !name.equals(VERSION) || !value.equals(LATEST));
  }

  private static Optional<Filter> versions(String value) {
    // In one order, so that the same globs are one key.
    List<String> globs = Stream.of(value.split(",", -1)).map(String::strip).sorted().toList();
    return globs.size() <= MOST_GLOBS && globs.stream().allMatch(WrittenFilter::isGlob)
        ? Optional.of(new Filter.Versions(globs))
        : Optional.empty();
  }

  /** Accepts the characters of PEP 440 and of versions before it, and those of a pattern. */
  private static boolean isGlob(String text) {
    return consistsOf(text, "._+!-*?", LONGEST_GLOB);
  }

  private static Optional<Filter> category(String name, String value) {
    Dimension dimension =
        CATEGORIES.stream().filter(one -> one.word().equals(name)).findFirst().orElseThrow();
    boolean valid =
        dimension == Dimension.PYTHON
            ? isMinorVersion(value)
            : consistsOf(value, "._+- ", LONGEST_CATEGORY);
    return valid ? Optional.of(new Filter.Category(dimension, value)) : Optional.empty();
  }

  /** Whether this is a minor version of Python, as in {@code 3.12}. */
  private static boolean isMinorVersion(String text) {
    int dot = text.indexOf('.');
    return dot > 0
        && text.length() <= LONGEST_CATEGORY
        && GlobalParameters.number(text.substring(0, dot)).isPresent()
        && GlobalParameters.number(text.substring(dot + 1)).isPresent();
  }

  private static boolean consistsOf(String text, String others, int longest) {
    return !text.isEmpty()
        && text.length() <= longest
        && text.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || others.indexOf(c) >= 0);
  }
}
