package dev.blazon.stats.download;

import dev.blazon.count.Counts;
import dev.blazon.stats.packed.BreakdownReader;
import dev.blazon.stats.packed.BreakdownWriter;
import dev.blazon.stats.packed.MonthReader;
import dev.blazon.stats.packed.MonthWriter;
import dev.blazon.stats.packed.Summary;
import dev.blazon.stats.packed.VersionList;
import dev.blazon.stats.query.DaySums;
import dev.blazon.stats.sort.SortedRows;
import java.io.IOException;
import java.util.Arrays;

/**
 * The new month of one project: its old days, some of which are replaced by new rows. It moves the
 * totals in the summary by new minus old. Used again and again by one thread.
 *
 * <p>Old downloads are always taken from the old packed month, however old the day is: a summary
 * knows its newest days only.
 */
final class ProjectMonth {

  private static final int NO_MORE_DAYS = Integer.MAX_VALUE;

  private final MonthReader oldDays = new MonthReader();
  private final BreakdownReader oldBreakdowns = new BreakdownReader();
  private final MonthWriter days = new MonthWriter();
  private final BreakdownWriter breakdowns = new BreakdownWriter();
  private final NumberedCounts counts = new NumberedCounts();
  private final CategoryNumbers categories;
  private final MonthPlan plan;
  private final int firstEpochDay;
  private boolean daysChanged;
  private boolean breakdownsChanged;
  private boolean oldDayLeft;
  private boolean oldBreakdownLeft;
  private final long[] rows = new long[MonthPlan.MAX_DAYS];

  ProjectMonth(MonthPlan plan, CategoryNumbers categories) {
    this.plan = plan;
    this.categories = categories;
    this.firstEpochDay = plan.month().first().epochDay();
  }

  /** Begins with what a project has; an empty array means nothing. */
  void begin(byte[] month, byte[] breakdown) {
    if (month.length == 0) {
      oldDays.resetToEmpty();
    } else {
      oldDays.reset(month);
    }
    if (breakdown.length == 0) {
      oldBreakdowns.resetToEmpty();
    } else {
      oldBreakdowns.reset(breakdown);
    }
    days.begin();
    breakdowns.begin();
    daysChanged = false;
    breakdownsChanged = false;
    oldDayLeft = oldDays.next();
    oldBreakdownLeft = oldBreakdowns.nextDay();
  }

  /**
   * Takes the new rows of a project, which the reader stands at the first of.
   *
   * @return whether the reader stands at a row of another project or month
   */
  boolean takeRows(SortedRows reader, Summary summary, VersionList versions) throws IOException {
    byte[] name = Arrays.copyOfRange(reader.array(), reader.nameStart(), reader.nameEnd());
    boolean left = true;
    while (left && isSameProject(reader, name)) {
      int day = reader.day();
      if (!plan.replaces(day)) {
        // Another import brought this day meanwhile.
        left = reader.next();
        continue;
      }
      copyOldDaysBefore(day, summary);
      copyOldBreakdownsBefore(day);
      left = takeDay(reader, name, day, summary, versions);
    }
    return left;
  }

  private boolean isSameProject(SortedRows reader, byte[] name) {
    return reader.month().equals(plan.month())
        && Arrays.equals(
            reader.array(), reader.nameStart(), reader.nameEnd(), name, 0, name.length);
  }

  private boolean takeDay(
      SortedRows reader, byte[] name, int day, Summary summary, VersionList versions)
      throws IOException {
    boolean keepsVersions = plan.keepsVersions(day);
    counts.clear();
    long all = 0;
    long without = 0;
    long restAll = 0;
    long restWithout = 0;
    boolean left = true;
    while (left && reader.isVersion() && reader.day() == day && isSameProject(reader, name)) {
      all += reader.all();
      without += reader.withoutMirrors();
      if (reader.textStart() == reader.textEnd() || !keepsVersions) {
        restAll += reader.all();
        restWithout += reader.withoutMirrors();
      } else {
        counts.add(
            versions.numberOf(reader.array(), reader.textStart(), reader.textEnd()),
            reader.all(),
            reader.withoutMirrors());
      }
      rows[day]++;
      left = reader.next();
    }
    days.beginDay();
    counts.giveTo(days::version);
    days.endDay(day, restAll, restWithout);
    Counts old = takeOldDay(day);
    summary.replaceDay(firstEpochDay + day, old.all(), old.withoutMirrors(), all, without);
    daysChanged = true;
    return takeBreakdowns(reader, name, day, left, keepsVersions);
  }

  private boolean takeBreakdowns(
      SortedRows reader, byte[] name, int day, boolean rowLeft, boolean kept) throws IOException {
    boolean left = rowLeft;
    if (oldBreakdownLeft && oldBreakdowns.day() == day) {
      oldBreakdownLeft = oldBreakdowns.nextDay();
      breakdownsChanged = true;
    }
    while (left && !reader.isVersion() && reader.day() == day && isSameProject(reader, name)) {
      int dimension = reader.dimension();
      counts.clear();
      while (left
          && !reader.isVersion()
          && reader.dimension() == dimension
          && reader.day() == day
          && isSameProject(reader, name)) {
        counts.add(
            categories.number(dimension, reader.array(), reader.textStart(), reader.textEnd()),
            reader.all(),
            reader.withoutMirrors());
        left = reader.next();
      }
      if (kept) {
        counts.giveTo(breakdowns::category);
        breakdowns.endDimension(dimension);
        breakdownsChanged = true;
      }
    }
    breakdowns.endDay(day);
    return left;
  }

  /** Takes the rest of the old days; those that are replaced have no downloads any more. */
  void finish(Summary summary) {
    copyOldDaysBefore(NO_MORE_DAYS, summary);
    copyOldBreakdownsBefore(NO_MORE_DAYS);
  }

  private void copyOldDaysBefore(int day, Summary summary) {
    while (oldDayLeft && oldDays.day() < day) {
      if (plan.replaces(oldDays.day())) {
        Counts old = DaySums.total(oldDays);
        summary.replaceDay(firstEpochDay + oldDays.day(), old.all(), old.withoutMirrors(), 0, 0);
        daysChanged = true;
      } else {
        days.copyDay(oldDays);
      }
      oldDayLeft = oldDays.next();
    }
  }

  private Counts takeOldDay(int day) {
    if (!oldDayLeft || oldDays.day() != day) {
      return Counts.ZERO;
    }
    Counts old = DaySums.total(oldDays);
    oldDayLeft = oldDays.next();
    return old;
  }

  private void copyOldBreakdownsBefore(int day) {
    while (oldBreakdownLeft && oldBreakdowns.day() < day) {
      if (plan.replaces(oldBreakdowns.day())) {
        breakdownsChanged = true;
      } else {
        breakdowns.copyDay(oldBreakdowns);
      }
      oldBreakdownLeft = oldBreakdowns.nextDay();
    }
  }

  /** Whether any day differs from before. */
  boolean daysChanged() {
    return daysChanged;
  }

  boolean breakdownsChanged() {
    return breakdownsChanged;
  }

  /** The packed days; empty if there are none. */
  byte[] days() {
    return days.isEmpty() ? new byte[0] : days.toBytes();
  }

  /** The packed breakdowns; empty if there are none. */
  byte[] breakdowns() {
    return breakdowns.isEmpty() ? new byte[0] : breakdowns.toBytes();
  }

  /** How many versions were taken on a day, of all projects since this object was made. */
  long rows(int day) {
    return rows[day];
  }
}
