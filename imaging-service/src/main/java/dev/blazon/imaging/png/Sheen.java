package dev.blazon.imaging.png;

import java.util.List;

/**
 * A translucent gradient from the top of a badge to its bottom.
 *
 * <p>Colours between two stops are interpolated as SVG 2, section 14.2.4 requires: each channel and
 * the opacity separately, not premultiplied, in sRGB.
 */
enum Sheen {
  /** badge-maker 6.0.0: from #bbb to black, opacity .1. */
  FLAT(new Stop(0, 0xbb, 0.1), new Stop(1, 0, 0.1)),
  /** badge-maker 6.0.0: light at the upper edge, dark at the lower one. */
  PLASTIC(
      new Stop(0, 0xff, 0.7), new Stop(0.1, 0xaa, 0.1), new Stop(0.9, 0, 0.3), new Stop(1, 0, 0.5)),
  /** badge-maker 6.0.0: on the social label, from transparent to black, opacity .1. */
  SOCIAL(new Stop(0, 0xfc, 0), new Stop(1, 0, 0.1));

  /**
   * A fixed colour of the gradient.
   *
   * @param offset from 0, the top, to 1
   * @param grey the value of all three channels, from 0 to 255
   */
  private record Stop(double offset, int grey, double opacity) {}

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, but its type does not say so
  private final List<Stop> stops;

  Sheen(Stop... stops) {
    this.stops = List.of(stops);
  }

  /** The colour at an offset from 0, the top, to 1. */
  int at(double offset) {
    int next = 1;
    while (next < stops.size() - 1 && stops.get(next).offset < offset) {
      next++;
    }
    Stop from = stops.get(next - 1);
    Stop to = stops.get(next);
    double way = (offset - from.offset) / (to.offset - from.offset);
    int grey = (int) Math.round(from.grey + way * (to.grey - from.grey));
    int alpha = (int) Math.round(255 * (from.opacity + way * (to.opacity - from.opacity)));
    return (alpha << 24) | (grey * 0x010101);
  }
}
