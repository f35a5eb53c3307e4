package dev.blazon.imaging.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.ImageFormat;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.ChartLook.Theme;
import dev.blazon.chart.TimeChart.Form;
import dev.blazon.imaging.svg.PaintedFacts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class ChartPainterTest {

  private static final int MOST_SVG_BYTES = 30 * 1024;

  private final ChartPainter painter = new ChartPainter();

  @Provide
  Arbitrary<Chart> charts() {
    return AnyChart.charts();
  }

  @Provide
  Arbitrary<ChartLook> looks() {
    return AnyChart.looks();
  }

  static Stream<Chart> samples() {
    return SampleCharts.all().values().stream();
  }

  @Property(tries = 300)
  void any_chart_gives_well_formed_xml_of_the_declared_size(
      @ForAll("charts") Chart chart, @ForAll("looks") ChartLook look) {
    Element root = PaintedFacts.parse(svg(chart, look));
    assertEquals(Integer.toString(look.width()), root.getAttribute("width"));
    assertEquals(Integer.toString(look.height()), root.getAttribute("height"));
    assertEquals("img", root.getAttribute("role"));
  }

  @Property(tries = 40)
  void any_chart_gives_a_png_of_the_declared_size(
      @ForAll("charts") Chart chart, @ForAll("looks") ChartLook look) throws IOException {
    BufferedImage image = png(chart, look);
    assertEquals(look.width(), image.getWidth());
    assertEquals(look.height(), image.getHeight());
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void half_a_year_and_a_year_of_eight_lines_are_small(Form form) {
    for (int days : List.of(180, 365)) {
      Chart chart = SampleCharts.lines(form, days, SampleCharts.VERSIONS, Set.of(), Set.of());
      for (int width : List.of(400, 800, 1600, 2000)) {
        int bytes = painter.svg(chart, look(Theme.AUTO, width, width / 2, 1)).length;
        assertTrue(bytes <= MOST_SVG_BYTES, days + " days, " + width + " px: " + bytes);
      }
    }
  }

  @Test
  void ten_years_of_days_are_small_too() {
    Chart chart = SampleCharts.lines(Form.LINE, 3650, SampleCharts.VERSIONS, Set.of(), Set.of());
    int bytes = painter.svg(chart, look(Theme.AUTO, 1600, 800, 1)).length;
    assertTrue(bytes <= MOST_SVG_BYTES, () -> "bytes: " + bytes);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_chart_has_the_same_bytes_each_time(Chart chart) {
    ChartPainter another = new ChartPainter();
    ChartLook look = look(Theme.DARK, 640, 320, 2);
    assertArrayEquals(painter.svg(chart, look), another.svg(chart, look));
    byte[] png = painter.png(chart, look);
    assertArrayEquals(png, another.png(chart, look));
    assertArrayEquals(png, painter.png(chart, look));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_picture_has_a_title_and_a_description(Chart chart) {
    Element root = PaintedFacts.parse(svg(chart, look(Theme.AUTO, 800, 400, 1)));
    String[] ids = root.getAttribute("aria-labelledby").split(" ", -1);
    Element title = (Element) root.getElementsByTagName("title").item(0);
    Element description = (Element) root.getElementsByTagName("desc").item(0);
    assertEquals(ids[0], title.getAttribute("id"));
    assertEquals(chart.caption().title(), title.getTextContent());
    assertEquals(ids[1], description.getAttribute("id"));
    assertEquals(chart.caption().description(), description.getTextContent());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void nothing_is_executed_or_fetched(Chart chart) {
    String svg = svg(chart, look(Theme.AUTO, 800, 400, 1));
    for (String dangerous : List.of("<script", "href", "url(", "<foreignObject", "<image", " on")) {
      // What is between the tags is text, and may say anything.
      assertFalse(svg.replaceAll(">[^<]*<", "><").contains(dangerous), dangerous);
    }
  }

  @Test
  void only_the_theme_that_follows_the_reader_has_a_style() {
    Chart chart = SampleCharts.all().get("stacked");
    assertFalse(svg(chart, look(Theme.LIGHT, 800, 400, 1)).contains("<style"));
    assertFalse(svg(chart, look(Theme.DARK, 800, 400, 1)).contains("<style"));
    String auto = svg(chart, look(Theme.AUTO, 800, 400, 1));
    assertTrue(auto.contains("@media(prefers-color-scheme:dark)"), auto);
    assertTrue(auto.contains("fill=\"" + ChartColor.CARD.css(false)), auto);
  }

  @Test
  void the_group_of_the_plot_says_where_it_is() {
    Element root =
        PaintedFacts.parse(svg(SampleCharts.all().get("area"), look(Theme.LIGHT, 800, 400, 1)));
    Element plot = (Element) root.getElementsByTagName("g").item(0);
    double right = number(plot, "data-x") + number(plot, "data-width");
    double bottom = number(plot, "data-y") + number(plot, "data-height");
    assertTrue(number(plot, "data-x") > 0 && right > 700 && right < 800, () -> "right " + right);
    assertTrue(number(plot, "data-y") > 0 && bottom > 200 && bottom < 400, () -> "to " + bottom);
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, #ffffff", "DARK, #0d1117", "AUTO, #ffffff"})
  void the_card_is_opaque(Theme theme, String color) throws IOException {
    BufferedImage image = png(SampleCharts.all().get("bars"), look(theme, 300, 200, 1));
    assertEquals(color, String.format("#%06x", image.getRGB(0, 0) & 0xffffff));
    assertEquals(0xff, image.getRGB(299, 199) >>> 24);
  }

  @Test
  void a_large_picture_is_painted_in_little_memory() {
    ChartLook largest = look(Theme.LIGHT, 2000, 1000, 3);
    Chart chart = SampleCharts.all().get("stacked");
    long bytes = ChartPainter.paintingBytes(chart, largest, ImageFormat.PNG);
    assertTrue(bytes < 100_000_000, () -> "bytes: " + bytes);
    assertTrue(painter.png(chart, largest).length > 0);
  }

  private String svg(Chart chart, ChartLook look) {
    return new String(painter.svg(chart, look), UTF_8);
  }

  private BufferedImage png(Chart chart, ChartLook look) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(painter.png(chart, look)));
  }

  private static ChartLook look(Theme theme, int width, int height, int scale) {
    return new ChartLook(theme, width, height, scale);
  }
}
