package dev.blazon.stats.usage.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Different hosts by stretch of time and group. Beyond a bound, only those are kept whose last bits
 * are 0, and stand for the others (distinct sampling, Gibbons 2001): hashes are random, so a host
 * is kept or left out in all groups alike. For one thread.
 */
final class HostSets {

  /** In all groups; they take 60 MB. */
  private static final int MOST_HELD = 1_000_000;

  private final int mostHeld;
  private int shift;
  private int held;
  private final Map<Groups.Cell, Set<Long>> hosts = new HashMap<>();

  HostSets(int shift) {
    this(shift, MOST_HELD);
  }

  HostSets(int shift, int mostHeld) {
    this.shift = shift;
    this.mostHeld = mostHeld;
  }

  void add(Groups.Cell cell, long host) {
    if ((host & mask()) != 0 || !hosts.computeIfAbsent(cell, of -> new HashSet<>()).add(host)) {
      return;
    }
    held++;
    while (held > mostHeld) {
      shift++;
      held = 0;
      for (Set<Long> of : hosts.values()) {
        of.removeIf(one -> (one & mask()) != 0);
        held += of.size();
      }
    }
  }

  private long mask() {
    return (1L << shift) - 1;
  }

  long count(Groups.Cell cell) {
    return (long) hosts.getOrDefault(cell, Set.of()).size() << shift;
  }

  /** The largest relative standard error of all groups; 0 if all are exact. */
  double error() {
    if (shift == 0) {
      return 0;
    }
    double most = 0;
    for (Set<Long> of : hosts.values()) {
      most = Math.max(most, Math.sqrt((1 - Math.scalb(1.0, -shift)) / Math.max(1, of.size())));
    }
    return most;
  }
}
