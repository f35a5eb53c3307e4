package dev.blazon.api.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountWordsTest {

  @ParameterizedTest
  @CsvSource({
    "3.24, +3.2 %",
    "-3.24, −3.2 %",
    "0.04, ±0.0 %",
    "-0.04, ±0.0 %",
    "12345, '+12,345.0 %'"
  })
  void a_change_has_a_sign(double percent, String change) {
    assertEquals(change, CountWords.change(percent));
  }
}
