package dev.blazon.imaging.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns numbers into the points of a line: few, but such that nobody sees the difference. */
final class Points {

  /** Tenths of a pixel, by which a left-out point may be beside the line. */
  private static final double TOLERANCE = 0.6;

  /** The most points that are left out in a row; it bounds the time to look for them. */
  private static final int MOST_LEFT_OUT = 32;

  private Points() {}

  static int tenths(double pixels) {
    return (int) Math.rint(pixels * 10);
  }

  /** The nearest length that an SVG says with one decimal. */
  static double oneDecimal(double pixels) {
    return Math.rint(10 * pixels) / 10;
  }

  /**
   * The pieces of a line between its gaps.
   *
   * @param xs the places of the starts, in tenths of a pixel
   * @param ys the places of the numbers, in tenths of a pixel; {@code NaN}: a gap
   * @param most how many points the line may have; with more numbers, the least and the greatest of
   *     neighbours stand for them
   * @return the points of each piece: x, y, x, y …
   */
  static List<int[]> pieces(int[] xs, double[] ys, int most) {
    List<int[]> pieces = new ArrayList<>();
    int group = ys.length <= most ? 1 : (2 * ys.length + most - 1) / most;
    for (int i = 0; i < ys.length; i++) {
      if (Double.isNaN(ys[i])) {
        continue;
      }
      int end = i;
      while (end + 1 < ys.length && !Double.isNaN(ys[end + 1])) {
        end++;
      }
      int[] points = group == 1 ? all(xs, ys, i, end) : extremes(xs, ys, i, end, group);
      pieces.add(straightened(points));
      i = end;
    }
    return pieces;
  }

  private static int[] all(int[] xs, double[] ys, int from, int to) {
    int[] points = new int[2 * (to - from + 1)];
    for (int i = from; i <= to; i++) {
      points[2 * (i - from)] = xs[i];
      points[2 * (i - from) + 1] = (int) Math.rint(ys[i]);
    }
    return points;
  }

  /** The first and the last point, and the least and the greatest of each group. */
  private static int[] extremes(int[] xs, double[] ys, int from, int to, int group) {
    int[] points = new int[2 * (2 + 2 * ((to - from) / group + 1))];
    int size = put(points, 0, xs[from], ys[from]);
    for (int start = from; start <= to; start += group) {
      int least = start;
      int greatest = start;
      for (int i = start; i < Math.min(to + 1, start + group); i++) {
        least = ys[i] < ys[least] ? i : least;
        greatest = ys[i] > ys[greatest] ? i : greatest;
      }
      size = put(points, size, xs[Math.min(least, greatest)], ys[Math.min(least, greatest)]);
      size = put(points, size, xs[Math.max(least, greatest)], ys[Math.max(least, greatest)]);
    }
    size = put(points, size, xs[to], ys[to]);
    return Arrays.copyOf(points, size);
  }

  private static int put(int[] points, int size, int x, double y) {
    points[size] = x;
    points[size + 1] = (int) Math.rint(y);
    return size + 2;
  }

  /** The points without those that are, as good as, on the line between their neighbours. */
  private static int[] straightened(int[] points) {
    int count = points.length / 2;
    if (count < 3) {
      return points;
    }
    int[] kept = new int[points.length];
    int size = 0;
    int from = 0;
    kept[size++] = points[0];
    kept[size++] = points[1];
    while (from < count - 1) {
      int to = from + 1;
      while (to + 1 < count && to - from < MOST_LEFT_OUT && isStraight(points, from, to + 1)) {
        to++;
      }
      kept[size++] = points[2 * to];
      kept[size++] = points[2 * to + 1];
      from = to;
    }
    return Arrays.copyOf(kept, size);
  }

  private static boolean isStraight(int[] points, int from, int to) {
    double dx = points[2 * to] - points[2 * from];
    double dy = points[2 * to + 1] - points[2 * from + 1];
    double most = TOLERANCE * Math.sqrt(dx * dx + dy * dy);
    for (int i = from + 1; i < to; i++) {
      double x = points[2 * i] - points[2 * from];
      double y = points[2 * i + 1] - points[2 * from + 1];
      // Backwards along a vertical stretch there are two extremes at one place: both stay.
      if (Math.abs(x * dy - y * dx) > most
          || x * dx + y * dy < 0
          || (x - dx) * dx + (y - dy) * dy > 0) {
        return false;
      }
    }
    return true;
  }
}
