package dev.blazon.imaging;

import dev.blazon.badge.ImageFormat;
import dev.blazon.chart.wire.ChartRequest;
import dev.blazon.imaging.chart.ChartPainter;

/**
 * The room {@code imaging.chart}, whose code and fonts are loaded with the first chart: a process
 * that only paints badges never pays for them. Thread-safe.
 */
final class RoomOfCharts implements ChartBrush {

  /** Loaded when it is first used. */
  private static final class Loaded {
    private static final ChartPainter PAINTER = new ChartPainter();

    private Loaded() {}
  }

  @Override
  public byte[] paint(ChartRequest request, ImageFormat format) {
    return switch (format) {
      case SVG -> Loaded.PAINTER.svg(request.chart(), request.look());
      case PNG -> Loaded.PAINTER.png(request.chart(), request.look());
    };
  }

  @Override
  public long paintingBytes(ChartRequest request, ImageFormat format) {
    return ChartPainter.paintingBytes(request.chart(), request.look(), format);
  }
}
