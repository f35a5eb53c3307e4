package dev.blazon.imaging.png.raster;

/**
 * Fills and strokes outlines on a canvas. What is added between two calls of {@link #paint} is
 * painted as one shape: where its parts overlap, it is not darker. All coordinates are in device
 * pixels. Not thread-safe: it reuses its buffers.
 */
public final class ShapePainter {

  /** Finer steps of coverage are invisible, but each adds a colour to the picture. */
  private static final int STEPS = 16;

  /** The distance of a cubic curve's control points that makes it a quarter of a circle. */
  private static final double QUARTER = 0.5523;

  /** Pixels of a round corner's edge for each of the straight lines that it consists of. */
  private static final double CORNER_PIECE = 0.7;

  /** A corner with a shorter chord is invisible. */
  private static final double LEAST_CHORD = 0.5;

  private final CoverageRaster raster = new CoverageRaster();
  private Canvas canvas = new Canvas();

  /** Begins to paint on this canvas. */
  public void start(Canvas target) {
    canvas = target;
    raster.reset(target.width(), target.height());
  }

  /** Begins a contour. A contour need not be closed. */
  public void moveTo(double x, double y) {
    raster.moveTo((float) x, (float) y);
  }

  public void lineTo(double x, double y) {
    raster.lineTo((float) x, (float) y);
  }

  /** Adds a rectangle. */
  public void box(double left, double top, double right, double bottom) {
    moveTo(left, top);
    lineTo(right, top);
    lineTo(right, bottom);
    lineTo(left, bottom);
  }

  /** Adds a disc. */
  public void disc(double x, double y, double radius) {
    float near = (float) (QUARTER * radius);
    float r = (float) radius;
    float cx = (float) x;
    float cy = (float) y;
    raster.moveTo(cx, cy - r);
    raster.cubicTo(cx + near, cy - r, cx + r, cy - near, cx + r, cy);
    raster.cubicTo(cx + r, cy + near, cx + near, cy + r, cx, cy + r);
    raster.cubicTo(cx - near, cy + r, cx - r, cy + near, cx - r, cy);
    raster.cubicTo(cx - r, cy - near, cx - near, cy - r, cx, cy - r);
  }

  /** Adds a straight line of this width, with square ends. */
  public void line(double x0, double y0, double x1, double y1, double width) {
    if (isOutside(y0, y1, width)) {
      return;
    }
    double length = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
    if (length == 0) {
      return;
    }
    double acrossX = (y0 - y1) / length * width / 2;
    double acrossY = (x1 - x0) / length * width / 2;
    moveTo(x0 - acrossX, y0 - acrossY);
    lineTo(x1 - acrossX, y1 - acrossY);
    lineTo(x1 + acrossX, y1 + acrossY);
    lineTo(x0 + acrossX, y0 + acrossY);
  }

  /** Adds the round corner between two lines of this width that meet. */
  public void corner(
      double x0, double y0, double x1, double y1, double x2, double y2, double width) {
    if (isOutside(y1, y1, width)) {
      return;
    }
    double before = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
    double after = Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
    if (before == 0 || after == 0) {
      return;
    }
    double turn = (x1 - x0) * (y2 - y1) - (y1 - y0) * (x2 - x1);
    double side = turn > 0 ? width / 2 : -width / 2;
    double fromX = (y1 - y0) / before * side;
    double fromY = (x0 - x1) / before * side;
    double toX = (y2 - y1) / after * side;
    double toY = (x1 - x2) / after * side;
    double chord = Math.sqrt((toX - fromX) * (toX - fromX) + (toY - fromY) * (toY - fromY));
    if (chord < LEAST_CHORD) {
      return;
    }
    int pieces = (int) Math.ceil(chord / CORNER_PIECE);
    moveTo(x1, y1);
    // The contour turns as the lines' do, or coverages would cancel out.
    for (int i = 0; i <= pieces; i++) {
      double part = turn > 0 ? (double) i / pieces : 1 - (double) i / pieces;
      double x = fromX + (toX - fromX) * part;
      double y = fromY + (toY - fromY) * part;
      double length = Math.sqrt(x * x + y * y);
      double reach = length < 1e-6 ? 0 : width / 2 / length;
      lineTo(x1 + x * reach, y1 + y * reach);
    }
  }

  private boolean isOutside(double y0, double y1, double width) {
    return Math.max(y0, y1) + width < 0 || Math.min(y0, y1) - width > canvas.height();
  }

  /**
   * Paints what was added.
   *
   * @param color red, green and blue, and the alpha of full coverage
   */
  public void paint(int color) {
    raster.close();
    raster.drain(canvas, color, STEPS);
  }
}
