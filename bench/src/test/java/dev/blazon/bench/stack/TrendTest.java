package dev.blazon.bench.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TrendTest {

  @Test
  void gives_start_middle_and_end() {
    Trend trend = Trend.of(1, 2, 9, 4, 5);

    assertEquals(1, trend.start());
    assertEquals(9, trend.middle());
    assertEquals(5, trend.end());
  }

  @Test
  void one_number_does_not_grow() {
    assertEquals(new Trend(3, 3, 3, 0), Trend.of(3));
  }

  @Test
  void a_leak_is_found_in_noisy_numbers() {
    Random random = new Random(1);

    Trend leak =
        Trend.of(IntStream.range(0, 600).mapToDouble(i -> i * 0.2 + random.nextInt(30)).toArray());

    assertEquals(60, leak.growth(), 6);
  }

  @Test
  void a_rise_in_the_first_half_or_one_that_ended_is_flat() {
    Random random = new Random(2);

    double[] pools =
        IntStream.range(0, 600).mapToDouble(i -> Math.min(i, 200) + random.nextInt(30)).toArray();
    double[] burst =
        IntStream.range(0, 600).mapToDouble(i -> i > 440 && i < 460 ? 500 : 9).toArray();

    assertTrue(Math.abs(Trend.of(pools).growth()) < 6, () -> "" + Trend.of(pools));
    assertTrue(Math.abs(Trend.of(burst).growth()) < 6, () -> "" + Trend.of(burst));
  }
}
