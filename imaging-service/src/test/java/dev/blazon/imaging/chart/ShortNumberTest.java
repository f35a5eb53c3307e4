package dev.blazon.imaging.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "999, 999",
    "1000, 1K",
    "1049, 1K",
    "1050, 1.1K",
    "1500, 1.5K",
    "12345, 12.3K",
    "99949, 99.9K",
    "99950, 100K",
    "350000, 350K",
    "999499, 999K",
    "999500, 1M",
    "1234567, 1.2M",
    "31415926, 31.4M",
    "1578896212, 1.6B",
    "20000000000, 20B",
    "9950000000001, 10T",
    "9223372036854775807, 9223Q",
  })
  void numbers_are_short(long number, String text) {
    assertEquals(text, ShortNumber.of(number));
  }

  @Property
  void any_number_is_short(@ForAll @LongRange(min = 0) long number) {
    assertTrue(ShortNumber.of(number).length() <= 5, ShortNumber.of(number));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, –",
    "0, 10, 0.0%",
    "1, 3, 33.3%",
    "2, 3, 66.7%",
    "10, 10, 100.0%",
    "1, 1999, 0.1%",
    "1, 2001, <0.1%",
    "1, 9223372036854775807, <0.1%",
  })
  void shares_have_one_decimal(long part, long whole, String text) {
    assertEquals(text, ShortNumber.percent(part, whole));
  }
}
