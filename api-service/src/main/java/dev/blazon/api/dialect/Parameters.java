package dev.blazon.api.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The parameters of a query string, read leniently: a name without a value has an empty one,
 * invalid escapes stay as they are, an ampersand that was escaped for HTML also separates, and the
 * first of several equal names counts.
 */
final class Parameters {

  private static final Parameters NONE = new Parameters(List.of(), List.of());

  /** Further parameters are ignored: they are noise and would make each look-up slower. */
  private static final int MAX_PARAMETERS = 64;

  private final List<String> names;
  private final List<String> values;

  private Parameters(List<String> names, List<String> values) {
    this.names = names;
    this.values = values;
  }

  /** Reads a raw query string, without its question mark. */
  static Parameters parse(String rawQuery) {
    if (rawQuery.isEmpty()) {
      return NONE;
    }
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    int start = 0;
    while (start <= rawQuery.length() && names.size() < MAX_PARAMETERS) {
      int end = rawQuery.indexOf('&', start);
      end = end < 0 ? rawQuery.length() : end;
      if (end > start) {
        add(names, values, rawQuery.substring(start, end));
      }
      start = end + 1;
    }
    return new Parameters(names, values);
  }

  private static void add(List<String> names, List<String> values, String pair) {
    int equals = pair.indexOf('=');
    String name = PercentDecoding.ofQuery(equals < 0 ? pair : pair.substring(0, equals));
    names.add(withoutMarkup(name));
    values.add(equals < 0 ? "" : PercentDecoding.ofQuery(pair.substring(equals + 1)));
  }

  /** Removes what an HTML escape or a second question mark left before a name. */
  private static String withoutMarkup(String name) {
    if (name.startsWith("?")) {
      return name.substring(1);
    }
    return name.startsWith("amp;") ? name.substring("amp;".length()) : name;
  }

  boolean has(String name) {
    return names.contains(name);
  }

  /** The first value, which may be empty. */
  Optional<String> first(String name) {
    int at = names.indexOf(name);
    return at < 0 ? Optional.empty() : Optional.of(values.get(at));
  }

  /** The first value without surrounding white space, if it is not empty then. */
  Optional<String> given(String name) {
    return first(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  /**
   * The leading letters, dashes and underscores of a value, in lower case: {@code flat} for {@code
   * style=flat:target:https://…}, where reStructuredText was glued to the URL.
   */
  Optional<String> word(String name) {
    return given(name)
        .map(
            value -> {
              int end = 0;
              while (end < value.length() && isWord(value.charAt(end))) {
                end++;
              }
              return value.substring(0, end).toLowerCase(Locale.ROOT);
            });
  }

  /** All values of that name. */
  List<String> all(String name) {
    List<String> all = new ArrayList<>(2);
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(name)) {
        all.add(values.get(i));
      }
    }
    return all;
  }

  /** Whether a flag is set: {@code ?name}, {@code ?name=true}, but not {@code ?name=false}. */
  boolean flag(String name) {
    return first(name).filter(value -> !value.equals("false") && !value.equals("0")).isPresent();
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  }
}
