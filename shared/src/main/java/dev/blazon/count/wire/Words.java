package dev.blazon.count.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words on the wire for values that have none of their own. */
final class Words {

  private Words() {}

  /** The name of an enum's value in lower case. */
  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** All words, separated by commas. */
  static <E> String list(E[] values, Function<E, String> word) {
    return Arrays.stream(values).map(word).collect(Collectors.joining(", "));
  }
}
