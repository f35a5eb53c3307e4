package dev.blazon.bench;

import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.TimeChart;
import dev.blazon.chart.TimeChart.Form;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StackedXYAreaRenderer2;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.time.Day;
import org.jfree.data.time.TimeSeries;
import org.jfree.data.time.TimeSeriesCollection;
import org.jfree.data.time.TimeTableXYDataset;
import org.jfree.svg.SVGGraphics2D;

/** Paints the same numbers by JFreeChart: its usual charts, with title, axes and legend. */
final class PeerChart {

  private PeerChart() {}

  static byte[] svg(Chart chart) {
    SVGGraphics2D graphics = new SVGGraphics2D(ChartKind.WIDTH, ChartKind.HEIGHT);
    of(chart).draw(graphics, new Rectangle(ChartKind.WIDTH, ChartKind.HEIGHT));
    return graphics.getSVGElement().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] png(Chart chart) {
    BufferedImage image = of(chart).createBufferedImage(ChartKind.WIDTH, ChartKind.HEIGHT);
    ByteArrayOutputStream file = new ByteArrayOutputStream(64 * 1024);
    try {
      ImageIO.write(image, "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static JFreeChart of(Chart chart) {
    if (chart instanceof ShareChart shares) {
      DefaultCategoryDataset numbers = new DefaultCategoryDataset();
      shares.bars().forEach(bar -> numbers.addValue((double) bar.number(), "", bar.name()));
      return ChartFactory.createBarChart(
          chart.caption().title(),
          null,
          null,
          numbers,
          PlotOrientation.HORIZONTAL,
          false,
          false,
          false);
    }
    TimeChart time = (TimeChart) chart;
    return time.form() == Form.STACKED ? stacked(time) : lines(time);
  }

  private static JFreeChart lines(TimeChart chart) {
    TimeSeriesCollection numbers = new TimeSeriesCollection();
    for (ChartLine line : chart.lines()) {
      TimeSeries series = new TimeSeries(line.name());
      for (int i = 0; i < line.numbers().length; i++) {
        series.add(day(chart.starts().get(i)), (double) line.numbers()[i]);
      }
      numbers.addSeries(series);
    }
    JFreeChart painted =
        ChartFactory.createTimeSeriesChart(
            chart.caption().title(), null, null, numbers, chart.lines().size() > 1, false, false);
    if (chart.form() == Form.AREA) {
      painted.getXYPlot().setRenderer(new XYAreaRenderer());
    }
    return painted;
  }

  private static JFreeChart stacked(TimeChart chart) {
    TimeTableXYDataset numbers = new TimeTableXYDataset();
    for (ChartLine line : chart.lines()) {
      for (int i = 0; i < line.numbers().length; i++) {
        numbers.add(day(chart.starts().get(i)), (double) line.numbers()[i], line.name());
      }
    }
    XYPlot plot =
        new XYPlot(numbers, new DateAxis(), new NumberAxis(), new StackedXYAreaRenderer2());
    return new JFreeChart(chart.caption().title(), plot);
  }

  private static Day day(LocalDate day) {
    return new Day(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }
}
