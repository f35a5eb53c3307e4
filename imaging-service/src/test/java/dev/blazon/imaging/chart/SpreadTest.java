package dev.blazon.imaging.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpreadTest {

  private static final double DISTANCE = 10;

  @Test
  void labels_with_room_stay_where_they_are() {
    assertArrayEquals(new double[] {5, 20, 80}, spread(5, 20, 80), 1e-9);
  }

  @Test
  void labels_that_touch_move_apart_around_their_middle() {
    assertArrayEquals(new double[] {45, 55}, spread(50, 50), 1e-9);
    assertArrayEquals(new double[] {40, 50, 60, 90}, spread(49, 50, 51, 90), 1e-9);
  }

  @Test
  void labels_at_the_edge_move_inwards() {
    assertArrayEquals(new double[] {80, 90, 100}, spread(99, 100, 100), 1e-9);
    assertArrayEquals(new double[] {0, 10}, spread(0, 1), 1e-9);
  }

  @Property
  void labels_never_overlap(
      @ForAll @Size(max = 10) List<@DoubleRange(min = 0, max = 100) Double> wanted) {
    double[] sorted = wanted.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double[] places = spread(sorted);
    for (int i = 0; i < places.length; i++) {
      assertTrue(places[i] >= -1e-9 && places[i] <= 100 + 1e-9, Arrays.toString(places));
      assertTrue(i == 0 || places[i] - places[i - 1] >= DISTANCE - 1e-9, Arrays.toString(places));
    }
  }

  private static double[] spread(double... wanted) {
    return Spread.of(wanted, DISTANCE, 0, 100);
  }
}
