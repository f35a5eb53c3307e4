package dev.blazon.imaging.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTicksTest {

  @ParameterizedTest
  @CsvSource({
    "0, 4, 0 5 10",
    "1, 4, 0 1",
    "3, 4, 0 1 2 3",
    "7, 4, 0 2 4 6 8",
    "7, 1, 0 10",
    "95, 5, 0 20 40 60 80 100",
    "1000, 5, 0 200 400 600 800 1K",
    "1150, 6, 0 200 400 600 800 1K 1.2K",
    "1150000, 6, 0 200K 400K 600K 800K 1M 1.2M",
    "2600000, 3, 0 1M 2M 3M",
    "2600000, 6, 0 500K 1M 1.5M 2M 2.5M 3M",
    "9223372036854775807, 5, 0 2000Q 4000Q 6000Q 8000Q 9223Q",
  })
  void ticks_are_round(long greatest, int most, String labels) {
    assertEquals(labels, String.join(" ", NumberTicks.upTo((double) greatest, most).labels()));
  }

  @Property
  void all_numbers_are_below_the_top(
      @ForAll @LongRange(min = 0) long greatest, @ForAll @IntRange(min = 1, max = 6) int most) {
    NumberTicks ticks = NumberTicks.upTo((double) greatest, most);
    assertTrue(ticks.top() >= greatest && ticks.count() <= most && ticks.step() >= 1);
    assertEquals(ticks.count() + 1, ticks.labels().stream().distinct().count());
  }
}
