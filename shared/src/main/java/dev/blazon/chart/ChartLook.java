package dev.blazon.chart;

/**
 * How a chart looks.
 *
 * @param width in CSS pixels, {@value #MIN_WIDTH} to {@value #MAX_WIDTH}
 * @param height in CSS pixels, {@value #MIN_HEIGHT} to {@value #MAX_HEIGHT}
 * @param scale device pixels for a CSS pixel, 1 to {@value #MAX_SCALE}
 */
public record ChartLook(Theme theme, int width, int height, int scale) {

  public static final int MIN_WIDTH = 200;
  public static final int MAX_WIDTH = 2_000;
  public static final int MIN_HEIGHT = 100;
  public static final int MAX_HEIGHT = 1_000;
  public static final int MAX_SCALE = 3;

  /** The colours of a chart. */
  public enum Theme {
    LIGHT,
    DARK,
    /** Light or dark, as the reader's system wants; in a PNG, which cannot know, light. */
    AUTO
  }

  public ChartLook {
    if (width < MIN_WIDTH || width > MAX_WIDTH) {
      throw new IllegalArgumentException("width is from " + MIN_WIDTH + " to " + MAX_WIDTH);
    }
    if (height < MIN_HEIGHT || height > MAX_HEIGHT) {
      throw new IllegalArgumentException("height is from " + MIN_HEIGHT + " to " + MAX_HEIGHT);
    }
    if (scale < 1 || scale > MAX_SCALE) {
      throw new IllegalArgumentException("scale is from 1 to " + MAX_SCALE);
    }
  }
}
