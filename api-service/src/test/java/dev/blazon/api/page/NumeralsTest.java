package dev.blazon.api.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "1000, 1.0K",
    "12345, 12.3K",
    "99949, 99.9K",
    "99950, 100K",
    "123456, 123K",
    "999499, 999K",
    "999999, 1.0M",
    "45123456, 45.1M",
    "1234567890, 1.2B",
    "9223372036854775807, 9223372T",
  })
  void a_number_has_about_three_digits(long number, String brief) {
    assertEquals(brief, Numerals.brief(number));
  }

  @ParameterizedTest
  @CsvSource({"1, 3, 33.3 %", "0, 3, 0.0 %", "1, 100000, < 0.1 %", "3, 3, 100.0 %", "0, 0, 0.0 %"})
  void a_share_that_is_little_is_not_nothing(long part, long whole, String share) {
    assertEquals(share, Numerals.share(part, whole));
  }
}
