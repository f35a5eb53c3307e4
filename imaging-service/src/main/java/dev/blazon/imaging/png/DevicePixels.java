package dev.blazon.imaging.png;

/** Converts pixels of the layout to device pixels, those of the picture. */
final class DevicePixels {

  private DevicePixels() {}

  /** The whole pixel nearest to a coordinate or length; a half is rounded up, as Chromium does. */
  static int edge(double value, int scale) {
    return (int) Math.floor(value * scale + 0.5);
  }
}
