package dev.blazon.stats.download;

import dev.blazon.stats.packed.Summary;
import java.util.Arrays;

/**
 * What the days of all projects add up to, by the projects' numbers. A million projects take 40 MB.
 * It is told each summary, then each day of each project, and then compares. For one thread.
 */
final class ProjectSums {

  private static final int UNKNOWN = -1;
  private static final long MIX_DAY = 0x9E3779B97F4A7C15L;
  private static final long MIX = 0xBF58476D1CE4E5B9L;

  private final int[] seedUntil;
  private final int[] recentFrom;
  private final int[] firstDay;
  private final long[] all;
  private final long[] withoutMirrors;

  /** Fingerprints of the newest days: those of the summary are added, those of months taken off. */
  private final long[] recent;

  ProjectSums(int projectNumbers) {
    seedUntil = new int[projectNumbers];
    Arrays.fill(seedUntil, UNKNOWN);
    recentFrom = new int[projectNumbers];
    firstDay = new int[projectNumbers];
    all = new long[projectNumbers];
    withoutMirrors = new long[projectNumbers];
    recent = new long[projectNumbers];
  }

  /** Whether a summary has this number. */
  boolean knows(int project) {
    return project >= 0 && project < seedUntil.length && seedUntil[project] != UNKNOWN;
  }

  /** False if no project, or another one, may have this number. */
  boolean addSummary(int project, Summary summary) {
    if (project < 0 || project >= seedUntil.length || knows(project)) {
      return false;
    }
    seedUntil[project] = summary.seedUntil();
    recentFrom[project] = summary.recentFrom();
    all[project] = summary.seedAll();
    withoutMirrors[project] = summary.seedWithoutMirrors();
    for (int i = 0; i < summary.recentCount(); i++) {
      recent[project] +=
          fingerprint(summary.recentDay(i), summary.recentAll(i), summary.recentWithoutMirrors(i));
    }
    return true;
  }

  /** Adds a day of a known project. */
  void addDay(int project, int day, long dayAll, long dayWithout) {
    if (day > seedUntil[project]) {
      all[project] += dayAll;
      withoutMirrors[project] += dayWithout;
    }
    if (dayAll > 0 && (firstDay[project] == 0 || day < firstDay[project])) {
      firstDay[project] = day;
    }
    if (day >= recentFrom[project]) {
      recent[project] -= fingerprint(day, dayAll, dayWithout);
    }
  }

  long all(int project) {
    return all[project];
  }

  long withoutMirrors(int project) {
    return withoutMirrors[project];
  }

  int firstDay(int project) {
    return firstDay[project];
  }

  /** Whether the newest days of the summary are those of the months. */
  boolean agreesOnNewestDays(int project) {
    return recent[project] == 0;
  }

  /** Differs for different days and counts; sums of it do, too, but for one case in 2^64. */
  private static long fingerprint(int day, long dayAll, long dayWithout) {
    long mixed = mix(day * MIX_DAY + dayAll);
    return mix(mixed + dayWithout);
  }

  /** The finisher of SplitMix64. */
  private static long mix(long value) {
    long mixed = (value ^ value >>> 30) * MIX;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
