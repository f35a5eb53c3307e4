package dev.blazon.api.chart;

import dev.blazon.api.question.NaturalOrder;
import dev.blazon.count.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a project's downloads.
 *
 * @param name of the version or category
 * @param downloads by time, as in the series
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
record Part(String name, long[] downloads, long total) {

  /** As many as a reader tells apart by their colours, and one for the rest. */
  private static final int MOST = 8;

  static final String OTHER = "other";

  /** Downloads of which the category is not known. */
  private static final String UNKNOWN = "unknown";

  private static final Comparator<Part> LARGEST_FIRST =
      Comparator.comparingLong(Part::total)
          .reversed()
          .thenComparing(Part::name, NaturalOrder.INSTANCE);

  /**
   * The largest parts, the largest first, and at the end the sum of all others. Parts without
   * downloads are left out.
   */
  static List<Part> largest(Series series) {
    // A project may have thousands of versions: totals first, and then only what is shown.
    long[] totals = IntStream.range(0, series.lines().size()).mapToLong(series::total).toArray();
    List<Part> parts =
        new ArrayList<>(
            IntStream.range(0, totals.length)
                .filter(line -> totals[line] > 0)
                .mapToObj(
                    line -> new Part(name(series, line), series.downloads()[line], totals[line]))
                .sorted(LARGEST_FIRST)
                .toList());
    if (parts.size() <= MOST) {
      return parts;
    }
    List<Part> rest = parts.subList(MOST - 1, parts.size());
    Part other = other(rest, series.starts().size());
    rest.clear();
    parts.add(other);
    return parts;
  }

  /** All lines of a series together. */
  static Part whole(Series series) {
    long[] sums = series.sums();
    return new Part("", sums, Arrays.stream(sums).sum());
  }

  /** The same parts in the order of their names, in which neighbours belong together. */
  static List<Part> byName(List<Part> parts) {
    return parts.stream()
        .sorted(
            Comparator.comparing((Part part) -> part.name().equals(OTHER))
                .thenComparing(Part::name, NaturalOrder.INSTANCE))
        .toList();
  }

  private static String name(Series series, int line) {
    String name = series.lines().get(line);
    return name.isEmpty() ? UNKNOWN : name;
  }

  private static Part other(List<Part> parts, int times) {
    long[] sums = new long[times];
    for (Part part : parts) {
      Arrays.setAll(sums, time -> sums[time] + part.downloads()[time]);
    }
    return new Part(OTHER, sums, parts.stream().mapToLong(Part::total).sum());
  }
}
