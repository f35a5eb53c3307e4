package dev.blazon.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.ImageFormat;
import dev.blazon.imaging.svg.SvgPainter;
import java.util.Optional;

/** The painters of both formats, and the logos they share. */
final class Studio implements Painter {

  private final SvgPainter svg = new SvgPainter();

  @Override
  public boolean isQuick(Badge badge, ImageFormat format) {
    return format == ImageFormat.SVG && badge.logo().isEmpty();
  }

  @Override
  public Painted paint(Badge badge, ImageFormat format) {
    if (format == ImageFormat.PNG) {
      throw new UnsupportedOperationException("PNG");
    }
    return new Painted(svg.paint(badge, Optional.empty()), Optional.empty());
  }
}
