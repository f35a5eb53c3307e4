package dev.blazon.stats.download;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Ledger;
import dev.blazon.count.Month;
import dev.blazon.stats.packed.Summary;
import dev.blazon.stats.packed.VersionList;
import dev.blazon.stats.sort.SortedRows;
import dev.blazon.stats.source.Delivery;
import dev.blazon.stats.store.CountSource;
import dev.blazon.stats.store.ImportTransaction;
import dev.blazon.stats.store.ProjectChange;
import dev.blazon.stats.store.StoredMonth;
import dev.blazon.stats.store.StoredProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Writes many days of single projects in one transaction. All of those days are replaced, except
 * the days that were imported for all projects, since a project's day is never from two sources,
 * and the days that the source never got: those stay as they are, known or unknown. For one thread.
 */
final class HistoryImport {

  private static final byte[] NONE = {};

  private final ImportTransaction transaction;
  private final DayRange range;
  private final Set<Day> missing;
  private final int source;
  private final boolean isLastResort;
  private final Map<Month, ProjectMonth> months = new TreeMap<>();
  private final Summary summary = new Summary();
  private final VersionList versions = new VersionList();
  private final ProjectChange change = new ProjectChange();

  /**
   * @param isLastResort whether projects that another source has counted stay as they are
   */
  HistoryImport(
      ImportTransaction transaction,
      String source,
      Delivery delivery,
      int versionDays,
      boolean isLastResort) {
    this.transaction = transaction;
    this.isLastResort = isLastResort;
    this.range = delivery.days();
    this.missing = delivery.missing();
    this.source = transaction.source(new CountSource(source, delivery.measures()));
    Day versionsFrom = newest(transaction.ledger(), range).minus(versionDays - 1);
    CategoryNumbers categories = new CategoryNumbers(transaction);
    NavigableMap<Month, List<Day>> days = new TreeMap<>();
    for (Day day : range.days()) {
      if (replaces(day)) {
        days.computeIfAbsent(day.month(), any -> new ArrayList<>()).add(day);
      }
    }
    days.forEach(
        (month, inMonth) ->
            months.put(
                month,
                new ProjectMonth(
                    MonthPlan.of(month, inMonth, transaction.ledger(), versionsFrom), categories)));
  }

  private static Day newest(Ledger ledger, DayRange range) {
    Day whole = ledger.newestWholeDay().orElse(range.last());
    return whole.isAfter(range.last()) ? whole : range.last();
  }

  private boolean replaces(Day day) {
    return !transaction.ledger().isWhole(day.epochDay()) && !missing.contains(day);
  }

  /**
   * Replaces the days of each project. One without downloads is not kept, unless it was known
   * before: anybody can ask for names that do not exist.
   *
   * @param asked their normalised names in ascending order
   * @param withDownloads those of them that have rows
   */
  void run(SortedSet<String> asked, Set<String> withDownloads, SortedRows rows) throws IOException {
    Map<String, Integer> firstDays = new HashMap<>();
    List<String> projects =
        asked.stream()
            .filter(name -> isKept(transaction.project(name), withDownloads.contains(name)))
            .toList();
    for (String name : projects) {
      load(name);
      firstDays.put(name, summary.firstDay());
    }
    boolean left = rows.next();
    for (Map.Entry<Month, ProjectMonth> month : months.entrySet()) {
      while (left && rows.month().compareTo(month.getKey()) < 0) {
        left = rows.next();
      }
      for (String name : projects) {
        while (left && rows.month().equals(month.getKey()) && name(rows).compareTo(name) < 0) {
          left = rows.next();
        }
        left = replaceMonth(name, month.getKey(), month.getValue(), rows, left);
      }
    }
    for (String name : projects) {
      int project = load(name);
      noteOwnDays();
      correctFirstDay(project, firstDays.get(name));
      change.begin(summary.toBytes());
      transaction.write(name, project, range.last().month(), change);
    }
  }

  private boolean isKept(Optional<StoredProject> known, boolean hasDownloads) {
    return known
        .map(
            project ->
                !isLastResort
                    || project.summary().own().stream().allMatch(days -> days.source() == source))
        .orElse(hasDownloads);
  }

  /** How many pairs of project and version a day has, after {@link #run}. */
  long rows(Day day) {
    ProjectMonth month = months.get(day.month());
    return month == null ? 0 : month.rows(MonthPlan.place(day.month(), day));
  }

  /** Reads what is known about a project; gives its number. */
  private int load(String name) {
    Optional<StoredProject> stored = transaction.project(name);
    summary.reset();
    versions.reset();
    if (stored.isEmpty()) {
      int project = transaction.newProject();
      change.begin(summary.toBytes());
      transaction.write(name, project, range.last().month(), change);
      return project;
    }
    int project = stored.get().id();
    summary.reset(stored.get().summary().toBytes());
    byte[] list = transaction.versions(project);
    if (list.length > 0) {
      versions.reset(list);
    }
    return project;
  }

  private boolean replaceMonth(
      String name, Month month, ProjectMonth packed, SortedRows rows, boolean anyRow)
      throws IOException {
    int project = load(name);
    packed.begin(
        only(transaction.months(project, List.of(month))),
        only(transaction.breakdowns(project, List.of(month))));
    boolean left = anyRow;
    if (left && rows.month().equals(month) && name.equals(name(rows))) {
      left = packed.takeRows(rows, summary, versions);
    }
    packed.finish(summary);
    if (!packed.daysChanged() && !packed.breakdownsChanged()) {
      return left;
    }
    change.begin(summary.toBytes());
    if (packed.daysChanged()) {
      change.month(packed.days());
    }
    if (packed.breakdownsChanged()) {
      change.breakdown(packed.breakdowns());
    }
    if (versions.hasGrown()) {
      change.versions(versions.toBytes());
    }
    transaction.write(name, project, month, change);
    return left;
  }

  private static String name(SortedRows rows) {
    return new String(
        rows.array(),
        rows.nameStart(),
        rows.nameEnd() - rows.nameStart(),
        StandardCharsets.US_ASCII);
  }

  private void correctFirstDay(int project, int firstDay) {
    if (firstDay != 0 && summary.firstDay() == firstDay && range.contains(new Day(firstDay))) {
      summary.setFirstDay(FirstDay.findFrom(range.first().month(), project, summary, transaction));
    }
  }

  private static byte[] only(List<StoredMonth> months) {
    return months.isEmpty() ? NONE : months.get(0).days();
  }

  private void noteOwnDays() {
    Day first = range.first();
    while (!first.isAfter(range.last())) {
      Day after = first;
      while (!after.isAfter(range.last()) && replaces(after)) {
        after = after.plus(1);
      }
      if (after.isAfter(first)) {
        summary.addOwn(first.epochDay(), after.epochDay() - 1, source);
      }
      first = after.plus(1);
    }
  }
}
