package dev.blazon.stats.download;

import dev.blazon.count.Counts;

/** What the rows of one day add up to. Changed by one thread. */
final class DayTally {

  private long all;
  private long withoutMirrors;
  private long rejects;

  void add(long allDownloads, long without) {
    all = Math.addExact(all, allDownloads);
    withoutMirrors += without;
  }

  void reject() {
    rejects++;
  }

  Counts sum() {
    return new Counts(all, withoutMirrors);
  }

  long rejects() {
    return rejects;
  }
}
