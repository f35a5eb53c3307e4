package dev.blazon.imaging.png;

import dev.blazon.badge.Badge;
import dev.blazon.badge.Style;
import dev.blazon.imaging.layout.BadgeLayout;
import dev.blazon.imaging.layout.Box;
import dev.blazon.imaging.png.encode.PngEncoder;
import dev.blazon.imaging.png.raster.Canvas;
import dev.blazon.imaging.png.raster.LogoRaster;
import dev.blazon.imaging.png.text.GlyphCaches;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Paints badges as PNG pictures, directly from the layout. It uses only the font in the jar, so it
 * gives the same bytes on every machine.
 *
 * <p>Thread-safe, and callers do not wait for each other. Use one instance per process, because it
 * caches rasterised glyphs.
 */
public final class PngPainter {

  /**
   * A workspace with a larger canvas is not kept: the largest take 49 MB, and would stay for ever.
   * Badges have about 3,000 pixels, and nine times that at the highest scale.
   */
  private static final int MOST_KEPT_PIXELS = 128 * 1024;

  private final Map<Style, Backdrop> backdrops = new EnumMap<>(Style.class);
  private final GlyphCaches glyphs = new GlyphCaches();
  private final ConcurrentLinkedQueue<Workspace> workspaces = new ConcurrentLinkedQueue<>();

  /** The buffers for painting one picture; idle ones are in the queue. */
  private final class Workspace {
    final Canvas canvas = new Canvas();
    final TextPainter text = new TextPainter(glyphs);
    final TrendPainter trend = new TrendPainter();
    final PngEncoder encoder = new PngEncoder();
  }

  public PngPainter() {
    for (Style style : Style.values()) {
      backdrops.put(style, Backdrop.of(style));
    }
  }

  /**
   * Paints a badge.
   *
   * @param logo the logo in device pixels; ignored if the layout has no box for it
   * @param scale the factor by which the picture is enlarged, 1 to {@value Badge#MAX_SCALE}
   * @return the PNG file
   * @throws IllegalArgumentException if the scale is out of range
   */
  public byte[] paint(BadgeLayout layout, Optional<LogoRaster> logo, int scale) {
    if (scale < 1 || scale > Badge.MAX_SCALE) {
      throw new IllegalArgumentException("scale is from 1 to " + Badge.MAX_SCALE);
    }
    Workspace idle = workspaces.poll();
    Workspace workspace = idle == null ? new Workspace() : idle;
    paint(layout, logo, scale, workspace);
    // At higher scales colours are exact, because rounding would show as rings in soft shadows.
    byte[] png =
        scale == 1
            ? workspace.encoder.encodeNear(workspace.canvas)
            : workspace.encoder.encode(workspace.canvas);
    if (workspace.canvas.pixels().length <= MOST_KEPT_PIXELS) {
      workspaces.add(workspace);
    }
    return png;
  }

  private void paint(
      BadgeLayout layout, Optional<LogoRaster> logo, int scale, Workspace workspace) {
    Canvas canvas = workspace.canvas;
    int width = Math.max(1, DevicePixels.edge(layout.width(), scale));
    canvas.reset(width, layout.height() * scale);
    Backdrop backdrop = backdrops.get(layout.style());
    backdrop.paint(layout, scale, canvas);
    if (logo.isPresent() && layout.logo().isPresent()) {
      Box box = layout.logo().get();
      int x = DevicePixels.edge(box.x(), scale);
      int y = DevicePixels.edge(box.y(), scale);
      canvas.paint(logo.get(), x, y, (color, row) -> backdrop.tint(layout, color, row, scale));
    }
    Shadow shadow = Shadow.of(layout.style());
    layout.label().text().ifPresent(text -> workspace.text.paint(text, shadow, scale, canvas));
    layout.message().text().ifPresent(text -> workspace.text.paint(text, shadow, scale, canvas));
    if (layout.trend().isPresent()) {
      workspace.trend.paint(layout.trend().get(), shadow, scale, canvas);
    }
  }
}
