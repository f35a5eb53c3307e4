package dev.blazon.stats.sort;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/** Several runs read as one, in ascending order. */
final class RunMerge {

  private final List<Run> all;
  private final PriorityQueue<Run> waiting = new PriorityQueue<>(RunMerge::compare);
  private Run current;

  RunMerge(List<Run> runs) throws IOException {
    all = List.copyOf(runs);
    for (Run run : runs) {
      if (run.next()) {
        waiting.add(run);
      }
    }
  }

  boolean next() throws IOException {
    if (current != null && current.next()) {
      if (waiting.isEmpty() || compare(current, waiting.peek()) <= 0) {
        return true;
      }
      waiting.add(current);
    }
    current = waiting.poll();
    return current != null;
  }

  private static int compare(Run a, Run b) {
    return Arrays.compareUnsigned(
        a.array(),
        a.keyStart(),
        a.keyStart() + a.keyLength(),
        b.array(),
        b.keyStart(),
        b.keyStart() + b.keyLength());
  }

  byte[] array() {
    return current.array();
  }

  int keyStart() {
    return current.keyStart();
  }

  int keyLength() {
    return current.keyLength();
  }

  long all() {
    return current.all();
  }

  long withoutMirrors() {
    return current.withoutMirrors();
  }

  void close() {
    all.forEach(Run::close);
  }
}
