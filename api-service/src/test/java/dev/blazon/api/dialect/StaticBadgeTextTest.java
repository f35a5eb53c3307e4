package dev.blazon.api.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaticBadgeTextTest {

  @ParameterizedTest
  @CsvSource({
    "a-b-c, a, b, c",
    "b-c, '', b, c",
    "-b-c, '', b, c",
    "a--c, a, '', c",
    "-c, '', '', c",
    "--c, '', '', c",
    "a---b-c, a, -b, c",
    "a-b---c, a, b-, c",
    "a----c, a, -, c",
    "v1.0--x--c, v1.0, '', x-c",
    "a--v1.0--c, a-v1.0, '', c",
    "a_b-c__d-e, a b, c_d, e",
  })
  void splits_where_shields_io_splits(String text, String label, String message, String color) {
    assertEquals(
        Optional.of(new StaticBadgeText(label, message, color)), StaticBadgeText.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"a", "a-", "-", "a-b-c-d", "a-b.c", "a-b-c.d", "''"})
  void refuses_other_texts(String text) {
    assertEquals(Optional.empty(), StaticBadgeText.parse(text));
  }

  @Property(tries = 2000)
  void reads_back_what_was_escaped(
      @ForAll("texts") String label,
      @ForAll("texts") String message,
      @ForAll("colors") String color) {
    String url = escape(label) + "-" + escape(message) + "-" + color;

    assertEquals(
        Optional.of(new StaticBadgeText(label, message, color)), StaticBadgeText.parse(url));
  }

  /**
   * The rule by trial: the shortest label, then a dash if possible, then the rest. Unlike there, a
   * colour of dashes alone is not a colour here.
   */
  @Property(tries = 2000)
  void agrees_with_the_rule_by_trial(@ForAll("dashes") String text) {
    Optional<String> expected = byTrial(text);

    assertEquals(expected.isPresent(), StaticBadgeText.parse(text).isPresent(), text);
    StaticBadgeText.parse(text)
        .ifPresent(
            parts ->
                assertEquals(
                    expected.orElseThrow(),
                    parts.label() + "|" + parts.message() + "|" + parts.color()));
  }

  private static Optional<String> byTrial(String text) {
    for (int label = 0; label <= text.length(); label++) {
      if (isWhole(text.substring(0, label))) {
        boolean dash = label < text.length() && text.charAt(label) == '-';
        Optional<String> rest =
            dash ? messageAndColor(text.substring(label + 1)) : Optional.empty();
        int end = label;
        rest = rest.or(() -> messageAndColor(text.substring(end)));
        if (rest.isPresent()) {
          return Optional.of(text.substring(0, label).replace("--", "-") + "|" + rest.get());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> messageAndColor(String text) {
    for (int dash = text.lastIndexOf('-'); dash >= 0; dash = text.lastIndexOf('-', dash - 1)) {
      String color = text.substring(dash + 1);
      if (isWhole(text.substring(0, dash)) && !color.isEmpty() && isWhole(color)) {
        return Optional.of(
            text.substring(0, dash).replace("--", "-") + "|" + color.replace("--", "-"));
      }
    }
    return Optional.empty();
  }

  /** Whether all dashes come in pairs. */
  private static boolean isWhole(String text) {
    return text.replace("--", "").indexOf('-') < 0;
  }

  private static String escape(String text) {
    return text.replace("-", "--").replace("_", "__").replace(" ", "_");
  }

  /** A dash at an edge looks like a separator, in shields.io's form too. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("abc-_ .%é")
        .ofMaxLength(8)
        .filter(text -> !text.startsWith("-") && !text.endsWith("-"))
        .filter(text -> !text.isEmpty())
        .filter(text -> text.equals(text.strip()) && !text.contains("_ ") && !text.contains(" _"))
        .filter(text -> !text.contains("  "));
  }

  @Provide
  Arbitrary<String> colors() {
    return Arbitraries.of("red", "ff69b4", "rgb(1,2,3)", "#abc");
  }

  @Provide
  Arbitrary<String> dashes() {
    return Arbitraries.strings().withChars("-ab").ofMaxLength(9).map(text -> text + "c");
  }
}
