package dev.blazon.imaging;

import dev.blazon.badge.ImageFormat;
import dev.blazon.chart.wire.ChartRequest;

/** Paints one chart in one format; blocks, so that it is for workers. Thread-safe. */
interface ChartBrush {

  /** The bytes of the file, owned by the receiver. */
  byte[] paint(ChartRequest request, ImageFormat format);

  /** About the most memory that painting takes, in bytes. */
  long paintingBytes(ChartRequest request, ImageFormat format);
}
