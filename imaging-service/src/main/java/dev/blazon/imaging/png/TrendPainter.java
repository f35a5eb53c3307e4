package dev.blazon.imaging.png;

import dev.blazon.imaging.layout.TrendLine;
import dev.blazon.imaging.png.raster.Canvas;
import dev.blazon.imaging.png.raster.GlyphMask;
import dev.blazon.imaging.png.text.BlurredMask;
import dev.blazon.imaging.png.text.GlyphCaches;
import dev.blazon.imaging.png.text.Tone;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/**
 * Paints the line after a message and the area under it, as if the line were a glyph. Not
 * thread-safe: it reuses its buffer.
 */
final class TrendPainter {

  /** How far the soft shadow is painted beyond the line on each side, as in the SVG, in pixels. */
  private static final int SHADOW_REACH = 6;

  private static final BasicStroke STROKE =
      new BasicStroke((float) TrendLine.THICKNESS, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  private final SoftShadow softShadow = new SoftShadow();

  /**
   * Paints the line and its shadow.
   *
   * @param scale device pixels per pixel of the layout
   */
  void paint(TrendLine line, Shadow shadow, int scale, Canvas canvas) {
    AffineTransform toDevice = AffineTransform.getScaleInstance(scale, scale);
    Path2D path = path(line);
    Shape outline = STROKE.createStrokedShape(path);
    GlyphMask mask = GlyphMask.of(outline::getPathIterator, toDevice);
    path.lineTo(line.x(line.points() - 1), line.bottom());
    path.lineTo(line.x(0), line.bottom());
    GlyphMask area = GlyphMask.of(path::getPathIterator, toDevice);
    paint(area, 0, line.ink().argb(), Tone.PALE, canvas);
    // The sharp white shadow of the social style would part the line from its area.
    if (shadow == Shadow.SOFT) {
      int below = TextPainter.DROP * scale;
      int shadowColor = line.ink().shadowArgb();
      int left = (int) Math.floor((line.box().x() - SHADOW_REACH) * scale);
      double right = line.box().x() + line.box().width() + SHADOW_REACH;
      softShadow.reset(left, 0, (int) Math.ceil(right * scale), canvas.height());
      softShadow.add(BlurredMask.of(mask, GlyphCaches.BLUR * scale), 0, below);
      softShadow.paint(shadowColor, canvas);
      paint(mask, below, shadowColor, Tone.FAINT, canvas);
    }
    paint(mask, 0, line.ink().argb(), Tone.FULL, canvas);
  }

  private static void paint(GlyphMask mask, int drop, int color, byte[] tone, Canvas canvas) {
    canvas.paint(mask, mask.left(), mask.top() + drop, color, tone);
  }

  private static Path2D path(TrendLine line) {
    Path2D path = new Path2D.Double();
    path.moveTo(line.x(0), line.y(0));
    for (int i = 1; i < line.points(); i++) {
      path.lineTo(line.x(i), line.y(i));
    }
    return path;
  }
}
