package dev.blazon.imaging.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.chart.ChartLook;
import dev.blazon.chart.ChartLook.Theme;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.ShareChart.Bar;
import dev.blazon.chart.ShareChart.Form;
import dev.blazon.imaging.chart.Shape.Polygons;
import dev.blazon.imaging.chart.Shape.Words;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PieLayoutTest {

  private static final ChartLook LOOK = new ChartLook(Theme.LIGHT, 640, 320, 1);

  /** Corners instead of an arc, at tenths of a pixel, cost less than this part of an area. */
  private static final double EXACT = 0.01;

  @Test
  void the_area_of_a_slice_is_its_share() {
    List<Polygons> slices = slices(pie(100, new Bar("a", 50), new Bar("b", 35), new Bar("c", 15)));

    double whole = slices.stream().mapToDouble(PieLayoutTest::area).sum();
    assertEquals(0.50, area(slices.get(0)) / whole, EXACT);
    assertEquals(0.35, area(slices.get(1)) / whole, EXACT);
    assertEquals(0.15, area(slices.get(2)) / whole, EXACT);
  }

  @Test
  void the_first_slice_begins_at_the_top_and_goes_clockwise() {
    int[] ring = slices(pie(4, new Bar("a", 1), new Bar("b", 3))).get(0).rings().get(0);

    assertEquals(ring[0], ring[2], "from the middle straight up");
    assertTrue(ring[3] < ring[1]);
    assertTrue(ring[ring.length - 2] > ring[0], "to the right");
    assertEquals(ring[1], ring[ring.length - 1]);
  }

  @Test
  void a_share_that_no_bar_names_is_a_slice_too() {
    ShareChart chart = pie(10, new Bar("a", 6));

    assertEquals(
        List.of("LINE_1", "HATCH"),
        slices(chart).stream().map(slice -> slice.color().name()).toList());
    assertTrue(words(chart).contains("the rest"), words(chart).toString());
    assertTrue(words(chart).contains("40.0%"), words(chart).toString());
  }

  @Test
  void more_slices_than_colours_become_one() {
    ShareChart many = SampleCharts.pie(40);

    assertEquals(ChartColor.LINES, slices(many).size());
    assertTrue(words(many).contains("and 33 more"), words(many).toString());
  }

  @Test
  void one_share_is_a_whole_disc_without_lines() {
    ShareChart one = pie(5, new Bar("all", 5), new Bar("none", 0));

    assertEquals(1, slices(one).size());
    assertTrue(
        ChartLayout.of(one, LOOK).shapes().stream().noneMatch(Shape.Rules.class::isInstance));
  }

  @ParameterizedTest
  @CsvSource({"200, 100, false", "200, 160, true", "360, 200, true", "2000, 100, true"})
  void a_picture_without_room_for_a_pie_has_bars(int width, int height, boolean pie) {
    ChartLook look = new ChartLook(Theme.LIGHT, width, height, 1);

    ChartLayout layout = ChartLayout.of(SampleCharts.pie(3), look);

    assertEquals(pie, layout.shapes().stream().anyMatch(Polygons.class::isInstance));
  }

  @Test
  void a_pie_of_nothing_is_a_message() {
    ShareChart nothing = pie(0);

    assertTrue(words(nothing).contains("There are no numbers for this time."));
    assertEquals(List.of(), slices(nothing));
  }

  private static ShareChart pie(long total, Bar... bars) {
    return new ShareChart(SampleCharts.caption("shares"), Form.PIE, List.of(bars), total);
  }

  private static List<Polygons> slices(ShareChart chart) {
    return ChartLayout.of(chart, LOOK).shapes().stream()
        .filter(Polygons.class::isInstance)
        .map(Polygons.class::cast)
        .toList();
  }

  private static List<String> words(ShareChart chart) {
    return ChartLayout.of(chart, LOOK).shapes().stream()
        .filter(Words.class::isInstance)
        .map(shape -> ((Words) shape).text())
        .toList();
  }

  /** Half the sum of the cross products of neighbouring corners. */
  private static double area(Polygons slice) {
    int[] ring = slice.rings().get(0);
    long sum = 0;
    for (int i = 0; i < ring.length; i += 2) {
      int next = (i + 2) % ring.length;
      sum += (long) ring[i] * ring[next + 1] - (long) ring[next] * ring[i + 1];
    }
    return Math.abs(sum) / 2.0;
  }
}
