package dev.blazon.stats.download;

import dev.blazon.count.RankedProject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The projects with the highest scores among all that were offered. For one thread. */
final class TopList {

  /** How many places a ranking has. */
  static final int PLACES = 1000;

  private static final Comparator<Entry> BEST_LAST =
      Comparator.comparingDouble(Entry::score)
          .thenComparing(Entry::name, (a, b) -> Arrays.compareUnsigned(b, a));

  @SuppressWarnings("ArrayRecordComponent") // Compared by BEST_LAST only.
  private record Entry(double score, byte[] name, long downloads, long before) {}

  private final PriorityQueue<Entry> best = new PriorityQueue<>(BEST_LAST);

  /** Offers a project. Of equal scores, the one whose name comes first is better. */
  void offer(double score, byte[] name, long downloads, long before) {
    if (best.size() == PLACES && !isBetter(score, name, best.element())) {
      return;
    }
    best.add(new Entry(score, name, downloads, before));
    if (best.size() > PLACES) {
      best.remove();
    }
  }

  /** Tells it without an object: of most lists, very many projects have the worst place's score. */
  private static boolean isBetter(double score, byte[] name, Entry than) {
    int order = Double.compare(score, than.score);
    return order > 0 || (order == 0 && Arrays.compareUnsigned(name, than.name) < 0);
  }

  List<RankedProject> projects() {
    List<Entry> entries = new ArrayList<>(best);
    entries.sort(BEST_LAST.reversed());
    List<RankedProject> ranked = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      ranked.add(
          new RankedProject(
              ranked.size() + 1,
              new String(entry.name, StandardCharsets.US_ASCII),
              entry.downloads,
              entry.before));
    }
    return ranked;
  }
}
