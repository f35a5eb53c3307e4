package dev.blazon.stats.download;

import dev.blazon.count.Day;
import dev.blazon.stats.packed.Summary;
import dev.blazon.stats.packed.VersionList;
import dev.blazon.stats.sort.SortedRows;
import dev.blazon.stats.store.ImportTransaction;
import dev.blazon.stats.store.MonthMerge;
import dev.blazon.stats.store.ProjectChange;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Replaces whole days of one month for all projects: sorted rows and sorted projects are read side
 * by side, once. For one thread.
 */
final class MonthImport {

  private final ImportTransaction transaction;
  private final MonthPlan plan;
  private final ProjectTaker ranked;
  private final ImportProgress progress;
  private final ProjectMonth month;
  private final Summary summary = new Summary();
  private final VersionList versions = new VersionList();
  private final ProjectChange change = new ProjectChange();
  private boolean rowLeft;

  /** Takes each project with its new summary and the month's new days; empty if it has none. */
  interface ProjectTaker {
    void take(byte[] name, int project, Summary summary, Supplier<byte[]> days);
  }

  MonthImport(
      ImportTransaction transaction, MonthPlan plan, ProjectTaker ranked, ImportProgress progress) {
    this.progress = progress;
    this.transaction = transaction;
    this.plan = plan;
    this.ranked = ranked;
    this.month = new ProjectMonth(plan, new CategoryNumbers(transaction));
  }

  /**
   * Merges the rows of the month.
   *
   * @param rows stands at the first row of the month, if {@code rowLeft}
   * @return whether the rows stand at one of a later month
   */
  boolean run(SortedRows rows, boolean breakdowns, boolean anyRow) throws IOException {
    rowLeft = anyRow;
    try (MonthMerge merge = transaction.merge(plan.month(), breakdowns)) {
      while (merge.next()) {
        byte[] name = merge.name();
        int order = compare(rows, name);
        while (order < 0) {
          addProject(merge, rows);
          order = compare(rows, name);
        }
        changeProject(merge, name, rows, order == 0);
        progress.projectsMerged(1);
      }
      while (isInMonth(rows)) {
        addProject(merge, rows);
      }
      merge.finish();
    }
    return rowLeft;
  }

  /** How many pairs of project and version a day has. */
  long rows(Day day) {
    return month.rows(MonthPlan.place(plan.month(), day));
  }

  private boolean isInMonth(SortedRows rows) {
    return rowLeft && rows.month().equals(plan.month());
  }

  private int compare(SortedRows rows, byte[] name) {
    return isInMonth(rows)
        ? Arrays.compareUnsigned(
            rows.array(), rows.nameStart(), rows.nameEnd(), name, 0, name.length)
        : 1;
  }

  private void addProject(MonthMerge merge, SortedRows rows) throws IOException {
    byte[] name = Arrays.copyOfRange(rows.array(), rows.nameStart(), rows.nameEnd());
    int project = transaction.newProject();
    summary.reset();
    versions.reset();
    month.begin(new byte[0], new byte[0]);
    rowLeft = month.takeRows(rows, summary, versions);
    month.finish(summary);
    prepareChange();
    merge.add(name, project, change);
    progress.projectsMerged(1);
    ranked.take(name, project, summary, month::days);
  }

  private void changeProject(MonthMerge merge, byte[] name, SortedRows rows, boolean hasRows)
      throws IOException {
    summary.reset(merge.summary());
    boolean ownChanged = !summary.own().isEmpty() && removeOwnDays();
    if (!hasRows && !plan.mayHaveRows() && !ownChanged) {
      merge.keep();
      ranked.take(name, merge.id(), summary, merge::month);
      return;
    }
    int firstDay = summary.firstDay();
    month.begin(merge.month(), merge.breakdown());
    if (hasRows) {
      byte[] list = merge.versions();
      if (list.length == 0) {
        versions.reset();
      } else {
        versions.reset(list);
      }
      rowLeft = month.takeRows(rows, summary, versions);
    } else {
      versions.reset();
    }
    month.finish(summary);
    if (month.daysChanged() || month.breakdownsChanged() || ownChanged) {
      correctFirstDay(merge.id(), firstDay);
      prepareChange();
      merge.change(change);
    } else {
      merge.keep();
    }
    ranked.take(name, merge.id(), summary, month::days);
  }

  private boolean removeOwnDays() {
    boolean any = false;
    int first = plan.month().first().epochDay();
    for (int place = 0; place < plan.month().days().length(); place++) {
      if (plan.replaces(place)) {
        any |= summary.removeOwn(first + place, first + place);
      }
    }
    return any;
  }

  private void prepareChange() {
    change.begin(summary.toBytes());
    if (month.daysChanged()) {
      change.month(month.days());
    }
    if (versions.hasGrown()) {
      change.versions(versions.toBytes());
    }
    if (month.breakdownsChanged()) {
      change.breakdown(month.breakdowns());
    }
  }

  /** The first day with downloads may have none after a correction; then the next one is first. */
  private void correctFirstDay(int project, int oldFirstDay) {
    Day first = new Day(oldFirstDay);
    if (oldFirstDay == 0
        || summary.firstDay() != oldFirstDay
        || !first.month().equals(plan.month())
        || !plan.replaces(MonthPlan.place(plan.month(), first))) {
      return;
    }
    summary.setFirstDay(FirstDay.find(plan.month(), month.days(), project, summary, transaction));
  }
}
