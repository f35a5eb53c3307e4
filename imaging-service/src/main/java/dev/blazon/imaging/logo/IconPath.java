package dev.blazon.imaging.logo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.batik.parser.AWTPathProducer;

/**
 * Measures and paints the path data of an icon. Batik only parses the data: its support for whole
 * documents takes half a second to start and is used for custom logos only.
 */
final class IconPath {

  /** The error when curves become lines: invisible in a square of 24 pixels. */
  private static final double FLATNESS = 0.001;

  private IconPath() {}

  private static Shape shape(String path) {
    try {
      return AWTPathProducer.createShape(new StringReader(path), PathIterator.WIND_NON_ZERO);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bounding box of the drawn shape, without control points. */
  static Rectangle2D bounds(String path) {
    PathIterator lines = new FlatteningPathIterator(shape(path).getPathIterator(null), FLATNESS);
    double[] point = new double[6];
    lines.currentSegment(point);
    Rectangle2D box = new Rectangle2D.Double(point[0], point[1], 0, 0);
    for (; !lines.isDone(); lines.next()) {
      if (lines.currentSegment(point) != PathIterator.SEG_CLOSE) {
        box.add(point[0], point[1]);
      }
    }
    return box;
  }

  /**
   * Paints the icon as large as possible in the centre, like SVG's {@code xMidYMid meet}.
   *
   * <p>Java2D only determines the coverage of each pixel; the colour is set exactly.
   */
  static LogoPixels paint(ReadyLogo.Outline icon, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.fill(
        placement(icon.frame(), width, height).createTransformedShape(shape(icon.path())));
    graphics.dispose();
    int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
    int color = icon.color().argb();
    for (int i = 0; i < argb.length; i++) {
      int alpha = ((argb[i] >>> 24) * (color >>> 24) + 127) / 255;
      argb[i] = alpha == 0 ? 0 : alpha << 24 | (color & 0xffffff);
    }
    return new LogoPixels(width, height, argb);
  }

  private static AffineTransform placement(ViewBox frame, int width, int height) {
    double scale = Math.min(width / frame.width(), height / frame.height());
    AffineTransform placement =
        AffineTransform.getTranslateInstance(
            (width - scale * frame.width()) / 2, (height - scale * frame.height()) / 2);
    placement.scale(scale, scale);
    placement.translate(-frame.x(), -frame.y());
    return placement;
  }
}
