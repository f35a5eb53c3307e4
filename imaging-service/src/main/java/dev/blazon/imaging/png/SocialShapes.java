package dev.blazon.imaging.png;

import dev.blazon.imaging.layout.Box;
import dev.blazon.imaging.layout.Bubble;
import dev.blazon.imaging.png.raster.Canvas;
import dev.blazon.imaging.png.raster.CoverageRaster;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.function.IntUnaryOperator;

/**
 * Paints the button and the speech bubble of a social badge shape by shape, in the order of
 * badge-maker's SVG. This is exact but slow.
 */
final class SocialShapes {

  private static final int BUTTON = 0xfffcfcfc;
  private static final int BUBBLE = 0xfffafafa;
  private static final int OUTLINE = 0xffd5d5d5;

  /** Half the width of an outline: outlines are one pixel wide, centred on the edge. */
  private static final double HALF_OUTLINE = 0.5;

  private final Canvas canvas;
  private final AffineTransform toDevice;
  private final int scale;
  private final double radius;

  /** Prepares to paint on a canvas. */
  SocialShapes(Canvas canvas, int scale, double radius) {
    this.canvas = canvas;
    this.toDevice = AffineTransform.getScaleInstance(scale, scale);
    this.scale = scale;
    this.radius = radius;
  }

  void paintButton(Box box) {
    fill(rounded(box, 0), BUTTON);
  }

  /** Paints the sheen and the outline over the button and its logo. */
  void paintButtonFront(Box box) {
    paint(coverage(rounded(box, 0)), y -> SocialBackdrop.sheen(box, y, scale));
    outline(box);
  }

  void paintBubble(Box body, Bubble bubble) {
    fill(rounded(body, 0), BUBBLE);
    outline(body);
    Box notch = bubble.notch();
    fill(
        new Rectangle2D.Double(
            notch.x() - HALF_OUTLINE,
            notch.y() - HALF_OUTLINE,
            notch.width() + 2 * HALF_OUTLINE,
            notch.height() + 2 * HALF_OUTLINE),
        BUBBLE);
    Path2D tail = new Path2D.Double();
    double tip = bubble.tailX() - bubble.tailReach();
    double tipTop = bubble.tailTop() + bubble.tailReach();
    double tipBottom = tipTop + bubble.tailTip();
    tail.moveTo(bubble.tailX(), bubble.tailTop());
    tail.lineTo(tip, tipTop);
    tail.lineTo(tip, tipBottom);
    tail.lineTo(bubble.tailX(), tipBottom + bubble.tailReach());
    fill(tail, BUBBLE);
    var stroke = new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4);
    fill(stroke.createStrokedShape(tail), OUTLINE);
  }

  /** Paints the outline: the coverage of a larger box minus that of a smaller one. */
  private void outline(Box box) {
    float[] ring = coverage(rounded(box, HALF_OUTLINE));
    float[] hole = coverage(rounded(box, -HALF_OUTLINE));
    for (int i = 0; i < ring.length; i++) {
      ring[i] -= hole[i];
    }
    paint(ring, y -> OUTLINE);
  }

  private Shape rounded(Box box, double growth) {
    double arc = 2 * (radius + growth);
    return new RoundRectangle2D.Double(
        box.x() - growth,
        box.y() - growth,
        box.width() + 2 * growth,
        box.height() + 2 * growth,
        arc,
        arc);
  }

  private void fill(Shape shape, int color) {
    paint(coverage(shape), y -> color);
  }

  private float[] coverage(Shape shape) {
    return CoverageRaster.coverage(
        shape.getPathIterator(toDevice), canvas.width(), canvas.height());
  }

  private void paint(float[] coverage, IntUnaryOperator colorOfRow) {
    for (int y = 0; y < canvas.height(); y++) {
      int color = colorOfRow.applyAsInt(y);
      for (int x = 0; x < canvas.width(); x++) {
        int alpha = Math.round(coverage[y * canvas.width() + x] * (color >>> 24));
        canvas.paint(x, y, color, alpha);
      }
    }
  }
}
