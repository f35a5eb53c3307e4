package dev.blazon.imaging;

import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.TimeChart;
import dev.blazon.chart.wire.ChartRequest;

/** The cache key of a chart's picture: the same key always gives the same picture. */
record ChartKey(ChartRequest request, ImageFormat format) {

  /** About what caption, names and objects take in memory, in bytes. */
  private static final int OVERHEAD_BYTES = 4_000;

  /** A day is an object of its own, with its place in the list. */
  private static final int BYTES_A_START = 32;

  private static final int BYTES_A_BAR = 200;

  /** The approximate memory of the picture with this key, in bytes. */
  int weight(Picture picture) {
    return OVERHEAD_BYTES + picture.body().length() + numbers();
  }

  private int numbers() {
    if (request.chart() instanceof TimeChart time) {
      int starts = time.starts().size();
      return starts * BYTES_A_START
          + time.lines().stream()
              .map(ChartLine::numbers)
              .mapToInt(n -> n.length * Long.BYTES)
              .sum();
    }
    return request.chart() instanceof ShareChart shares ? shares.bars().size() * BYTES_A_BAR : 0;
  }
}
