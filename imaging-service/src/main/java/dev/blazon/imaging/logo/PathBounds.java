package dev.blazon.imaging.logo;

import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.batik.parser.AWTPathProducer;

/** The box around what a path really draws, its control points aside. */
final class PathBounds {

  /** In a square of 24 pixels far below what can be seen. */
  private static final double FLATNESS = 0.001;

  private PathBounds() {}

  static Rectangle2D of(String path) {
    PathIterator lines;
    try {
      lines =
          new FlatteningPathIterator(
              AWTPathProducer.createShape(new StringReader(path), PathIterator.WIND_NON_ZERO)
                  .getPathIterator(null),
              FLATNESS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
}
