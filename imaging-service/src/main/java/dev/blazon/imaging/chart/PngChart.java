package dev.blazon.imaging.chart;

import dev.blazon.imaging.png.encode.StripedPng;
import dev.blazon.imaging.png.raster.Canvas;
import dev.blazon.imaging.png.raster.ShapePainter;
import dev.blazon.imaging.png.text.GlyphCaches;

/**
 * Paints the layout of a chart as PNG, stripe by stripe, so that memory stays small however large
 * the picture is. Not thread-safe: it reuses its buffers.
 */
final class PngChart {

  /** The pixels that are painted at once: so few that they stay in the processor's cache. */
  private static final int STRIPE = 40 * 1024;

  private final Canvas canvas = new Canvas();
  private final ShapePainter painter = new ShapePainter();
  private final StripedPng file = new StripedPng();
  private final PngShapes shapes;

  PngChart(GlyphCaches glyphs) {
    this.shapes = new PngShapes(painter, new PngWords(glyphs, canvas));
  }

  byte[] paint(ChartLayout layout, boolean dark, int scale) {
    int width = layout.width() * scale;
    int height = layout.height() * scale;
    int rows = Math.max(1, STRIPE / width);
    file.start(width, height);
    for (int top = 0; top < height; top += rows) {
      canvas.reset(width, Math.min(rows, height - top));
      painter.start(canvas);
      for (Shape shape : layout.shapes()) {
        shapes.paint(shape, top, scale, dark);
      }
      file.add(canvas);
    }
    return file.finish();
  }
}
