package dev.blazon.imaging.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.ChartLook.Theme;
import dev.blazon.imaging.png.Chromium;
import dev.blazon.imaging.png.Ssim;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our PNG of charts against our SVG in a real Chromium, with the same font. */
@Tag("processes")
class ChartComparisonTest {

  private static final double EACH = 0.985;

  @ParameterizedTest
  @CsvSource({"LIGHT, 800, 400, 1", "DARK, 420, 260, 2"})
  void looks_like_the_svg_in_chromium(Theme theme, int width, int height, int scale)
      throws Exception {
    ChartLook look = new ChartLook(theme, width, height, scale);
    ChartPainter painter = new ChartPainter();
    Map<String, Chart> charts = new TreeMap<>(SampleCharts.all());
    // Chromium shows letters that our font lacks in another one.
    charts.remove("long-names");
    List<String> svgs = new ArrayList<>();
    charts.values().forEach(chart -> svgs.add(new String(painter.svg(chart, look), UTF_8)));
    BufferedImage page = Chromium.paint(svgs, width, height, scale);

    List<Executable> checks = new ArrayList<>();
    int row = 0;
    for (Map.Entry<String, Chart> chart : charts.entrySet()) {
      byte[] png = painter.png(chart.getValue(), look);
      BufferedImage ours = ImageIO.read(new ByteArrayInputStream(png));
      BufferedImage seen =
          page.getSubimage(0, row++ * height * scale, width * scale, height * scale);
      double similarity = Ssim.of(seen, ours);
      checks.add(() -> assertTrue(similarity >= EACH, chart.getKey() + ": " + similarity));
    }
    assertAll(checks);
  }
}
