package dev.blazon.api.shield;

import dev.blazon.badge.Ascii;
import java.util.List;
import java.util.stream.Stream;

/** Parses trove classifiers such as {@code Development Status :: 4 - Beta}. */
final class Classifiers {

  private static final String SEPARATOR = " :: ";

  private Classifiers() {}

  /**
   * The rest of each classifier that begins with a prefix, in order.
   *
   * @param prefix without the separator after it
   */
  static Stream<String> below(List<String> classifiers, String prefix) {
    String start = prefix + SEPARATOR;
    return classifiers.stream()
        .filter(classifier -> classifier.startsWith(start))
        .map(classifier -> classifier.substring(start.length()).strip())
        .filter(rest -> !rest.isEmpty());
  }

  /** The part after the last separator. */
  static String lastPart(String classifier) {
    int at = classifier.lastIndexOf(SEPARATOR);
    return at < 0 ? classifier : classifier.substring(at + SEPARATOR.length());
  }

  /**
   * Whether the text consists of digits and dots, with digits at both ends, such as {@code 3} or
   * {@code 3.12}.
   */
  static boolean isNumeric(String text) {
    return !text.isEmpty()
        && Ascii.isDigit(text.charAt(0))
        && Ascii.isDigit(text.charAt(text.length() - 1))
        && text.chars().allMatch(c -> Ascii.isDigit(c) || c == '.');
  }
}
