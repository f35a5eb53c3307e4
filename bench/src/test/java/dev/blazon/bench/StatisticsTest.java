package dev.blazon.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatisticsTest {

  @ParameterizedTest
  @CsvSource({
    "7,         7,   7, 7",
    "3 1 2,     2,   1, 3",
    "1 2 3 100, 2.5, 1, 100",
    "5 5 5 5 0, 5,   0, 5",
  })
  void gives_median_least_and_most(String measurements, double median, double least, double most) {
    double[] values =
        Arrays.stream(measurements.split(" ")).mapToDouble(Double::parseDouble).toArray();

    assertEquals(new Statistics(median, least, most), Statistics.of(values));
  }

  @Test
  void rejects_an_empty_series_and_nan() {
    assertThrows(IllegalArgumentException.class, Statistics::of);
    assertThrows(IllegalArgumentException.class, () -> Statistics.of(1, Double.NaN));
  }

  @Test
  void leaves_the_measurements_in_their_order() {
    double[] values = {3, 1, 2};

    Statistics.of(values);

    assertEquals("[3.0, 1.0, 2.0]", Arrays.toString(values));
  }
}
