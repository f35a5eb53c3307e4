package dev.blazon.stats.source.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountTextTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "007, 7", "1000000000, 1000000000", "100000000000, 100000000000"})
  void counts_are_whole_numbers(String text, long count) {
    assertEquals(count, CountText.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "+1", "1.0", "1e3", " 1", "1 ", "٣", "NaN", "null", "100000000001"})
  void other_texts_are_refused(String text) {
    assertThrows(MalformedAnswerException.class, () -> CountText.parse(text));
  }
}
