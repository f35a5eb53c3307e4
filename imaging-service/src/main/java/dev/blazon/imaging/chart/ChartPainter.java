package dev.blazon.imaging.chart;

import dev.blazon.badge.ImageFormat;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.ChartLook.Theme;
import dev.blazon.chart.TimeChart;
import dev.blazon.imaging.png.text.GlyphCaches;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Paints charts as SVG and as PNG. Both show the same: what stands where is computed once, as a
 * {@code ChartLayout}.
 *
 * <p>The SVG is well-formed XML 1.0 for every text, and contains no scripts and no references to
 * other resources. It is a picture with a title and a description for readers who do not see it. In
 * the theme {@link Theme#AUTO} a {@code <style>} follows the reader's colour scheme, also within
 * {@code <img>}; other themes need no {@code <style>}. The group around a plot over time has its
 * box as {@code data-x}, {@code data-y}, {@code data-width} and {@code data-height}, in the units
 * of the {@code viewBox}, which are CSS pixels: the first start is at its left edge, the last one
 * at its right edge, in proportion to their days. A page's script can so show the numbers under the
 * pointer.
 *
 * <p>The PNG uses only the font in the jar, so it has the same bytes on every machine.
 *
 * <p>Thread-safe, and callers do not wait for each other. Use one instance per process, because it
 * caches rasterised letters. Making it costs nothing: fonts and buffers are loaded with the first
 * chart.
 */
public final class ChartPainter {

  /** Larger buffers, of unusually large pictures, are not kept. */
  private static final int MOST_KEPT_PIXELS = 1024 * 1024;

  private static final int LAYOUT_BYTES = 64 * 1024;

  /** As a height, as a place, and as points before and after they are thinned out. */
  private static final int BYTES_A_NUMBER = 48;

  /** The buffer and the document, rather too much than too little. */
  private static final int SVG_BYTES = 256 * 1024;

  /** A stripe's canvas, its coverage, and the buffers to compress it. */
  private static final int STRIPE_BYTES = 6 * 1024 * 1024;

  /** The number of a pixel's colour, and its part of the file. */
  private static final int BYTES_A_PIXEL = 4;

  private final ConcurrentLinkedQueue<SvgChart> svgPainters = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<PngChart> pngPainters = new ConcurrentLinkedQueue<>();

  /** The caches of letters, made when the first PNG is painted. */
  private static final class Glyphs {
    static final GlyphCaches SHARED = new GlyphCaches();
  }

  /** The whole document in UTF-8, owned by the caller. The scale of the look plays no part. */
  public byte[] svg(Chart chart, ChartLook look) {
    SvgChart painter = idle(svgPainters, SvgChart::new);
    byte[] document = painter.paint(ChartLayout.of(chart, look), look.theme());
    svgPainters.add(painter);
    return document;
  }

  /**
   * The file, owned by the caller: {@link ChartLook#scale} times as many pixels wide and high as
   * the look has CSS pixels. Without a reader to ask, the theme {@link Theme#AUTO} is light.
   */
  public byte[] png(Chart chart, ChartLook look) {
    PngChart painter = idle(pngPainters, () -> new PngChart(Glyphs.SHARED));
    ChartLayout layout = ChartLayout.of(chart, look);
    byte[] file = painter.paint(layout, look.theme() == Theme.DARK, look.scale());
    if (pixels(look) <= MOST_KEPT_PIXELS) {
      pngPainters.add(painter);
    }
    return file;
  }

  private static <T> T idle(ConcurrentLinkedQueue<T> painters, Supplier<T> another) {
    T painter = painters.poll();
    return painter == null ? another.get() : painter;
  }

  private static long pixels(ChartLook look) {
    return (long) look.width() * look.height() * look.scale() * look.scale();
  }

  /** About the most memory that painting this chart takes, in bytes. */
  public static long paintingBytes(Chart chart, ChartLook look, ImageFormat format) {
    long numbers =
        chart instanceof TimeChart time ? (long) time.starts().size() * time.lines().size() : 0;
    long layout = LAYOUT_BYTES + numbers * BYTES_A_NUMBER;
    return switch (format) {
      case SVG -> layout + SVG_BYTES;
      case PNG -> layout + STRIPE_BYTES + BYTES_A_PIXEL * pixels(look);
    };
  }
}
