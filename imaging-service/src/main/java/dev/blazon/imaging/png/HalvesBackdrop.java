package dev.blazon.imaging.png;

import dev.blazon.imaging.layout.BadgeLayout;
import dev.blazon.imaging.layout.Half;
import dev.blazon.imaging.png.raster.Argb;
import dev.blazon.imaging.png.raster.Canvas;
import java.util.Optional;

/**
 * The background of all styles except social: two halves side by side, each of one colour. Edges
 * are on whole pixels, as with {@code shape-rendering="crispEdges"}. Thread-safe.
 *
 * @param sheen the gradient over the colours; empty: none
 */
record HalvesBackdrop(Optional<Sheen> sheen) implements Backdrop {

  @Override
  public void paint(BadgeLayout layout, int scale, Canvas canvas) {
    int height = canvas.height();
    for (int y = 0; y < height; y++) {
      int shine = sheen.isPresent() ? sheen.get().at((y + 0.5) / height) : 0;
      paintRow(layout.label(), y, shine, scale, canvas);
      paintRow(layout.message(), y, shine, scale, canvas);
    }
    RoundedCorner.of(layout.radius() * scale).cutFrom(canvas);
  }

  /** The colour itself: these styles paint nothing over the logo. */
  @Override
  public int tint(BadgeLayout layout, int color, int y, int scale) {
    return color;
  }

  private static void paintRow(Half half, int y, int shine, int scale, Canvas canvas) {
    if (!half.box().isEmpty()) {
      int from = DevicePixels.edge(half.box().x(), scale);
      int to = DevicePixels.edge(half.box().x() + half.box().width(), scale);
      canvas.fill(y, from, to, Argb.over(half.color().argb(), shine, shine >>> 24));
    }
  }
}
