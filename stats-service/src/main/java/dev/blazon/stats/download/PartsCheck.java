package dev.blazon.stats.download;

import dev.blazon.count.Counts;
import dev.blazon.count.Dimension;
import dev.blazon.count.Month;
import dev.blazon.stats.packed.BreakdownReader;
import dev.blazon.stats.packed.CountReader;
import dev.blazon.stats.packed.DamagedBlobException;
import dev.blazon.stats.packed.MonthReader;
import dev.blazon.stats.packed.VersionList;
import dev.blazon.stats.query.DaySums;
import dev.blazon.stats.store.Names;
import dev.blazon.stats.store.StoreSnapshot;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Compares the parts of projects' days, which are versions and categories, with what they are parts
 * of: each has a name, and none has more downloads than its day. Four bytes of memory a project.
 * For one thread.
 */
final class PartsCheck {

  private static final int DAYS = 32;

  private final StoreSnapshot store;
  private final Consumer<String> report;
  private final Names names;

  /** How many versions each project has, by the projects' numbers. */
  private final int[] versions;

  private final MonthReader days = new MonthReader();
  private final BreakdownReader breakdowns = new BreakdownReader();
  private final Counts[] totals = new Counts[DAYS];

  PartsCheck(StoreSnapshot store, Consumer<String> report) {
    this.store = store;
    this.report = report;
    this.names = store.names();
    this.versions = new int[store.projectNumbers()];
  }

  /** Reads the lists of versions, before any month. */
  void readVersions(Runnable step) throws IOException {
    VersionList list = new VersionList();
    store.versions(
        (project, packed) -> {
          step.run();
          if (project < 0 || project >= versions.length) {
            report.accept("project number " + project + ": it has versions, but no summary");
            return;
          }
          try {
            list.reset(packed);
            versions[project] = list.size();
          } catch (DamagedBlobException e) {
            report.accept(
                "project number " + project + ": its versions are damaged: " + e.getMessage());
            versions[project] = Integer.MAX_VALUE; // One line about it is enough.
          }
        });
  }

  /**
   * Compares a month of a known project.
   *
   * @param month sound packed days
   */
  void check(Month ofMonth, int project, byte[] month, byte[] breakdown) {
    Arrays.fill(totals, Counts.ZERO);
    days.reset(month);
    boolean isNamed = true;
    while (days.next()) {
      totals[days.day()] = DaySums.total(days);
      CountReader counts = days.versions();
      while (counts.next()) {
        isNamed &= counts.number() < versions[project];
      }
    }
    if (!isNamed) {
      report(project, ofMonth, "it has a version that is not in the project's list");
    }
    if (breakdown.length > 0) {
      try {
        checkBreakdown(ofMonth, project, breakdown);
      } catch (DamagedBlobException e) {
        report(project, ofMonth, "its breakdowns are damaged: " + e.getMessage());
      }
    }
  }

  private void checkBreakdown(Month month, int project, byte[] breakdown) {
    breakdowns.reset(breakdown);
    boolean isNamed = true;
    boolean fits = true;
    while (breakdowns.nextDay()) {
      long[] all = new long[Dimension.count()];
      long[] without = new long[Dimension.count()];
      while (breakdowns.nextCategory()) {
        int dimension = breakdowns.dimension();
        if (dimension >= Dimension.count()
            || !names.hasCategory(Dimension.of(dimension), breakdowns.category())) {
          isNamed = false;
          continue;
        }
        all[dimension] += breakdowns.all();
        without[dimension] += breakdowns.withoutMirrors();
      }
      Counts total = totals[breakdowns.day()];
      for (int dimension = 0; dimension < all.length; dimension++) {
        fits &= all[dimension] <= total.all() && without[dimension] <= total.withoutMirrors();
      }
    }
    if (!isNamed) {
      report(project, month, "it has a category without a name");
    }
    if (!fits) {
      report(project, month, "a day has more downloads by category than in all");
    }
  }

  /** Looks for breakdowns of months without downloads, after all months. */
  void checkRest(Runnable step) throws IOException {
    store.breakdownsAlone(
        (month, project) -> {
          step.run();
          report(project, month, "it has breakdowns, but no downloads");
        });
  }

  private void report(int project, Month month, String what) {
    report.accept("project number " + project + ": " + month + ": " + what);
  }
}
