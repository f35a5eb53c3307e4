package dev.blazon.chart.wire;

import dev.blazon.badge.ImageFormat;
import java.util.Optional;

/**
 * The HTTP protocol between the API and an imaging service for charts. A chart is the body of a
 * POST ({@link ChartForm}), since its numbers are too long for a URL. Headers and their meaning are
 * those of {@link dev.blazon.badge.PictureExchange}; a chart is never generic.
 */
public final class ChartExchange {

  /** The media type of a chart in the body of a POST. */
  public static final String TYPE = "application/octet-stream";

  /** The longest body, in bytes. The usual chart has 4 KB, the largest 170 KB. */
  public static final int LONGEST_BODY = 256 << 10;

  /** How many lines a chart may have; more cannot be told apart by their colours. */
  public static final int MOST_LINES = 16;

  /** How many numbers a line may have: no chart has as many pixels for each. */
  public static final int MOST_STARTS = 1_024;

  /** How many bars a chart may have; more do not fit into its height. */
  public static final int MOST_BARS = 64;

  /** How many days a chart may mark. */
  public static final int MOST_MARKS = 32;

  /** The longest name, title, note or message, in characters; names of projects have up to 256. */
  public static final int LONGEST_TEXT = 600;

  /** The longest description, in characters. */
  public static final int LONGEST_DESCRIPTION = 4_000;

  /**
   * How many device pixels a PNG may have: 800 by 400 at twice the size. While it is painted, each
   * takes up to 28 bytes, and all pictures together have 40 MB.
   */
  public static final int MOST_PIXELS = 1_400_000;

  /** The largest number; the sum of all of a chart fits into a {@code long}. */
  public static final long LARGEST_NUMBER = 1_000_000_000_000_000L;

  private static final String PATH = "/v1/chart.";

  private ChartExchange() {}

  /** The path of charts in this format. */
  public static String path(ImageFormat format) {
    return PATH + format.extension();
  }

  /**
   * The format of charts at this path; empty if it is not the path of a chart.
   *
   * @param path may be null
   */
  public static Optional<ImageFormat> format(String path) {
    return path != null && path.startsWith(PATH)
        ? ImageFormat.ofExtension(path.substring(PATH.length()))
        : Optional.empty();
  }
}
