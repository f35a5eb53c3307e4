package dev.blazon.imaging.png.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShapePainterTest {

  private static final int WHITE = 0xffffffff;
  private static final int BLACK = 0xff000000;

  private final Canvas canvas = new Canvas();
  private final ShapePainter painter = new ShapePainter();

  @BeforeEach
  void start() {
    canvas.reset(8, 8);
    for (int y = 0; y < 8; y++) {
      canvas.fill(y, 0, 8, WHITE);
    }
    painter.start(canvas);
  }

  @Test
  void a_box_on_whole_pixels_has_sharp_edges() {
    painter.box(1, 1, 3, 2);
    painter.paint(BLACK);
    assertArrayEquals(new int[] {WHITE, BLACK, BLACK, WHITE}, row(1, 4));
    assertArrayEquals(new int[] {WHITE, WHITE, WHITE, WHITE}, row(2, 4));
  }

  @Test
  void half_covered_pixels_are_grey() {
    painter.box(0.5, 0, 2, 1);
    painter.paint(BLACK);
    assertArrayEquals(new int[] {0xff7f7f7f, BLACK, WHITE}, row(0, 3));
  }

  @Test
  void a_shape_is_not_darker_where_its_parts_overlap() {
    painter.box(0, 0, 4, 4);
    painter.box(2, 2, 6, 6);
    painter.paint(0x80000000);
    assertEquals(at(1, 1), at(3, 3));
    assertEquals(at(1, 1), at(5, 5));
  }

  @Test
  void lines_in_both_directions_are_one_shape() {
    painter.line(0, 2, 8, 2, 2);
    painter.line(8, 2, 0, 2, 2);
    painter.paint(BLACK);
    assertEquals(BLACK, at(4, 1));
    assertEquals(BLACK, at(4, 2));
    assertEquals(WHITE, at(4, 3));
  }

  @Test
  void a_corner_fills_the_gap_between_two_lines_whichever_way_they_turn() {
    for (double end : new double[] {0, 8}) {
      start();
      painter.line(0, 4, 4, 4, 4);
      painter.line(4, 4, 4, end, 4);
      painter.corner(0, 4, 4, 4, 4, end, 4);
      painter.paint(BLACK);
      assertEquals(BLACK, at(4, end == 0 ? 4 : 3));
      assertEquals(BLACK, at(3, 3));
    }
  }

  @Test
  void what_is_outside_the_canvas_is_clipped() {
    painter.line(-100, -100, 100, 100, 3);
    painter.disc(50, 4, 3);
    painter.disc(4, -50, 3);
    painter.paint(BLACK);
    assertEquals(BLACK, at(4, 4));
    assertEquals(WHITE, at(7, 0));
  }

  @Test
  void a_painted_shape_is_not_painted_again() {
    painter.disc(4, 4, 3);
    painter.paint(BLACK);
    painter.box(0, 0, 1, 1);
    painter.paint(WHITE);
    assertEquals(BLACK, at(4, 4));
  }

  private int at(int x, int y) {
    return canvas.pixels()[y * canvas.width() + x];
  }

  private int[] row(int y, int length) {
    int[] row = new int[length];
    System.arraycopy(canvas.pixels(), y * canvas.width(), row, 0, length);
    return row;
  }
}
