package dev.blazon.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "2134567.8, '2,134,568'",
    "407.43,    407",
    "61.24,     61.2",
    "3,         3",
    "0.812,     0.81",
    "0,         0",
  })
  void shows_as_many_digits_as_mean_something(double value, String shown) {
    assertEquals(shown, Numbers.plain(value));
  }
}
