package dev.blazon.api.dialect;

import dev.blazon.badge.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The parameters of a badge's query, as {@link CanonicalQuery} reads it, with decoded values: a
 * parameter without a value has an empty one, invalid escapes stay as they are, and the first of
 * several equal names counts.
 */
final class Parameters {

  private static final Parameters NONE = new Parameters(List.of(), List.of());

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
    for (String parameter : CanonicalQuery.parameters(rawQuery)) {
      String name = CanonicalQuery.name(parameter);
      names.add(name);
      values.add(
          name.length() == parameter.length()
              ? ""
              : PercentDecoding.ofQuery(parameter.substring(name.length() + 1)));
    }
    return new Parameters(names, values);
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
    return Ascii.isLetter(c) || c == '-' || c == '_';
  }
}
