package dev.blazon.api.shield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.blazon.corpus.Corpus;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CountFormatTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "1000, 1k",
    "1049, 1k",
    "1050, 1.1k",
    "9949, 9.9k",
    "9950, 9.9k",
    "10100, 10k",
    "999499, 999k",
    "999500, 1M",
    "1100000, 1.1M",
    "1578896212, 1.6G",
    "20000000000, 20G",
    "9949999999999, 9.9T",
    "9950000000001, 10T",
    "9223372036854775807, 9.2E",
    "-1, -1",
  })
  void counts_like_shields_io(long count, String text) {
    assertEquals(text, CountFormat.METRIC.format(count));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "1000, 1k",
    "1234, 1.2k",
    "12345, 12.3k",
    "999950, 1000k",
    "1000000, 1M",
    "2500000000, 2.5B",
    "1000000000000, 1000B",
  })
  void counts_like_pypip_in(long count, String text) {
    assertEquals(text, CountFormat.ONE_DECIMAL.format(count));
  }

  @ParameterizedTest
  @CsvSource({"999, 999", "1000, 1K", "1234, 1.2K", "12345, 12.3K", "1500000, 1.5M"})
  void counts_like_badgen_net(long count, String text) {
    assertEquals(text, CountFormat.MILLIFY.format(count));
  }

  /** The rows are pepy's own, and three that its rounding errors would spoil. */
  @ParameterizedTest
  @MethodSource("pepyVectors")
  void counts_like_pepy_tech(long count, String metric, String abbreviated, String plain) {
    assertEquals(metric, CountFormat.of(Wording.PEPY_TECH).format(count));
    assertEquals(abbreviated, CountFormat.of(Wording.PEPY_TECH_ABBREVIATED).format(count));
    assertEquals(plain, CountFormat.of(Wording.PEPY_TECH_PLAIN).format(count));
  }

  static Stream<Arguments> pepyVectors() {
    return Stream.concat(
            Corpus.lines("statistics/pepy/badge-format-vectors.tsv").stream().skip(1),
            Stream.of(
                "999\t999\t999\t999",
                "1999999999\t1G\t1B\t1999999999",
                "1000000000000000\t1P\t1Q\t1000000000000000"))
        .map(line -> Arguments.of((Object[]) line.split("\t", -1)));
  }

  @Property
  void counts_anything_in_few_characters(@ForAll long count, @ForAll Wording wording) {
    String text = CountFormat.of(wording).format(count);

    assertFalse(text.isBlank());
    assertFalse(text.contains(".0"), text);
  }
}
