package dev.blazon.imaging.chart;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLook;
import dev.blazon.imaging.chart.Shape.Words;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ChartLayoutPropertiesTest {

  /** Strokes are centred on their lines, so half of one may be beyond a point. */
  private static final double HALF_STROKE = 1;

  /** The part of a line's height that letters reach above and below the baseline. */
  private static final double ASCENT = 0.76;

  private static final double DESCENT = 0.22;

  @Provide
  Arbitrary<Chart> charts() {
    return AnyChart.charts();
  }

  @Provide
  Arbitrary<ChartLook> looks() {
    return AnyChart.looks();
  }

  @Property(tries = 600)
  void nothing_lies_outside_the_picture(
      @ForAll("charts") Chart chart, @ForAll("looks") ChartLook look) {
    ChartLayout layout = ChartLayout.of(chart, look);
    for (Shape shape : layout.shapes()) {
      double[] box = box(shape);
      assertTrue(
          box[0] >= 0 && box[1] >= 0 && box[2] <= look.width() && box[3] <= look.height(),
          () -> shape + " is outside " + look);
    }
  }

  @Property(tries = 600)
  void no_two_texts_overlap(@ForAll("charts") Chart chart, @ForAll("looks") ChartLook look) {
    List<Words> texts =
        ChartLayout.of(chart, look).shapes().stream()
            .filter(Words.class::isInstance)
            .map(Words.class::cast)
            .toList();
    for (int i = 0; i < texts.size(); i++) {
      assertFalse(texts.get(i).text().isEmpty());
      assertTrue(texts.get(i).font().size() >= Page.LEAST_SIZE);
      double[] one = box(texts.get(i));
      for (int j = 0; j < i; j++) {
        double[] other = box(texts.get(j));
        boolean apart =
            one[0] >= other[2] || other[0] >= one[2] || one[1] >= other[3] || other[1] >= one[3];
        String pair = texts.get(i) + " and " + texts.get(j);
        assertTrue(apart, () -> pair + " overlap in " + look);
      }
    }
  }

  /** Left, top, right and bottom. */
  private static double[] box(Shape shape) {
    if (shape instanceof Words words) {
      double size = words.font().size();
      return new double[] {
        words.left(),
        words.baseline() - ASCENT * size,
        words.right(),
        words.baseline() + DESCENT * size
      };
    }
    if (shape instanceof Shape.Blocks blocks) {
      return around(
          0,
          blocks.boxes().stream()
              .map(box -> new double[] {box[0], box[1], box[0] + box[2], box[1] + box[3]})
              .toList());
    }
    if (shape instanceof Shape.Rules rules) {
      return around(rules.width() / 2 - 0.5, rules.lines());
    }
    if (shape instanceof Shape.Dots dots) {
      return around(dots.radius(), pixels(dots.centers()));
    }
    if (shape instanceof Shape.Polygons polygons) {
      return around(0, pixels(polygons.rings()));
    }
    return shape instanceof Shape.Area area
        ? around(0, pixels(area.pieces()))
        : around(HALF_STROKE, pixels(((Shape.Curve) shape).pieces()));
  }

  private static List<double[]> pixels(List<int[]> tenths) {
    return tenths.stream()
        .map(points -> IntStream.of(points).mapToDouble(point -> point / 10.0).toArray())
        .toList();
  }

  private static double[] around(double reach, List<double[]> pieces) {
    if (pieces.isEmpty()) {
      return new double[4];
    }
    double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (double[] points : pieces) {
      for (int i = 0; i < points.length; i++) {
        box[i % 2] = Math.min(box[i % 2], points[i] - reach);
        box[2 + i % 2] = Math.max(box[2 + i % 2], points[i] + reach);
      }
    }
    return box;
  }
}
