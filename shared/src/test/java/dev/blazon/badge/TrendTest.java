package dev.blazon.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrendTest {

  @ParameterizedTest
  @CsvSource({
    "1 2,                     50 100,   a number at half the height is half the number",
    "980 1000,                98 100,   two percent are not a rise from nothing",
    "0 7,                     0 100,    zero is the bottom",
    "7 7 7,                   100 100 100, what does not change is level",
    "3 1 2,                   100 33 67, rounded to the nearest",
    "1 1000,                  0 100,    too little to see",
    "9223372036854775807 0,   100 0,    the greatest number",
  })
  void heights_are_in_proportion_to_the_numbers(String numbers, String heights, String why) {
    assertEquals(
        Stream.of(heights.split(" ")).map(Integer::valueOf).toList(),
        Trend.of(numbers(numbers)).orElseThrow().heights(),
        why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "0 0", "0 0 0"})
  void there_is_no_line_without_two_numbers_or_with_none_but_zeros(String numbers) {
    assertEquals(Optional.empty(), Trend.of(numbers(numbers)));
  }

  @ParameterizedTest
  @CsvSource({
    "50 100,                            rising",
    "100 50,                            falling",
    "0 100,                             rising",
    "100 0,                             falling",
    "100 100,                           steady",
    "0 0,                               steady",
    "90 99,                             rising",
    "91 100,                            steady",
    "99 90,                             falling",
    "100 91,                            steady",
    "0 0 0 0 100 100 0 0 0 0 0 0,       steady",
    "50 50 50 50 100 0 100 50 50 50 50, steady",
    "100 100 80 60 50 30 20,            falling",
  })
  void the_word_compares_the_newest_third_with_the_oldest(String heights, String word) {
    assertEquals(
        word, new Trend(Stream.of(heights.split(" ")).map(Integer::valueOf).toList()).direction());
  }

  @Test
  void impossible_lines_are_refused() {
    for (List<Integer> heights :
        List.of(
            List.<Integer>of(),
            List.of(1),
            List.of(1, -1),
            List.of(1, Trend.MAX_HEIGHT + 1),
            Collections.nCopies(Trend.MAX_POINTS + 1, 1))) {
      assertThrows(IllegalArgumentException.class, () -> new Trend(heights));
    }
    assertThrows(IllegalArgumentException.class, () -> Trend.of(List.of(5L, -1L)));
    assertThrows(IllegalArgumentException.class, () -> Trend.of(List.of(-1L, -1L)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Trend.of(Collections.nCopies(Trend.MAX_POINTS + 1, 1L)));
  }

  @Test
  void a_line_needs_a_message_and_is_read_aloud_with_it() {
    Trend trend = new Trend(List.of(50, 100));
    assertEquals("downloads: 1.2M/month, rising", badge("1.2M/month", trend).accessibleText());
    assertThrows(IllegalArgumentException.class, () -> badge(" ", trend));
  }

  private static Badge badge(String message, Trend trend) {
    return new Badge(
        "downloads",
        message,
        BadgeColor.BLUE,
        Optional.empty(),
        Style.FLAT,
        Optional.empty(),
        List.of(),
        "",
        1,
        Optional.of(trend));
  }

  private static List<Long> numbers(String text) {
    return text.isEmpty() ? List.of() : Stream.of(text.split(" ")).map(Long::valueOf).toList();
  }
}
