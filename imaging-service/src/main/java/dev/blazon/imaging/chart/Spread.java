package dev.blazon.imaging.chart;

/** Moves labels apart: as little as possible, in their order, within a stretch. */
final class Spread {

  private Spread() {}

  /**
   * Computes places that are at least this distance apart.
   *
   * @param wanted where the labels' middles should be, ascending
   * @param from the least place; {@code to} is the greatest, if the stretch is long enough for all
   */
  static double[] of(double[] wanted, double distance, double from, double to) {
    int count = wanted.length;
    // Groups of labels that touch: each stands around the mean of what its labels want.
    double[] sums = new double[count];
    int[] sizes = new int[count];
    int groups = 0;
    for (double want : wanted) {
      sums[groups] = want;
      sizes[groups] = 1;
      groups++;
      while (groups > 1
          && end(sums, sizes, groups - 2, distance, from, to)
              > start(sums, sizes, groups - 1, distance, from, to)) {
        // The label at place k of the group wants its middle k distances further up.
        sums[groups - 2] += sums[groups - 1] - distance * sizes[groups - 2] * sizes[groups - 1];
        sizes[groups - 2] += sizes[groups - 1];
        groups--;
      }
    }
    double[] places = new double[count];
    int next = 0;
    for (int group = 0; group < groups; group++) {
      double place = start(sums, sizes, group, distance, from, to) + distance / 2;
      for (int i = 0; i < sizes[group]; i++) {
        places[next++] = place + i * distance;
      }
    }
    return places;
  }

  /** The upper end of a group, half a distance above its first label. */
  private static double start(
      double[] sums, int[] sizes, int group, double distance, double from, double to) {
    double first = sums[group] / sizes[group];
    double last = to - (sizes[group] - 1) * distance;
    return Math.max(from, Math.min(first, last)) - distance / 2;
  }

  private static double end(
      double[] sums, int[] sizes, int group, double distance, double from, double to) {
    return start(sums, sizes, group, distance, from, to) + sizes[group] * distance;
  }
}
