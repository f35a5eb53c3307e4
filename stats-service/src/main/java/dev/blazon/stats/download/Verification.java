package dev.blazon.stats.download;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Month;
import dev.blazon.stats.packed.DamagedBlobException;
import dev.blazon.stats.packed.MonthReader;
import dev.blazon.stats.packed.Summary;
import dev.blazon.stats.query.DaySums;
import dev.blazon.stats.store.StoreSnapshot;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Adds up everything again from the packed days and the seeds, and compares that with what answers
 * are read from: totals, newest days and first days of all projects, sums of the ledger, rankings.
 * Versions and categories are compared with the days that they are parts of. It goes through the
 * store three times, and its memory grows with the number of projects only. For one thread.
 */
public final class Verification {

  private final StoreSnapshot store;
  private final Runnable step;
  private final Consumer<String> differences;
  private final Ledger ledger;
  private final ProjectSums sums;
  private final PartsCheck parts;
  private final Map<Integer, Counts> days = new TreeMap<>();
  private final Summary summary = new Summary();
  private final MonthReader reader = new MonthReader();
  private long found;
  private long projects;

  /**
   * What was found.
   *
   * @param projects how many were compared
   * @param days how many days of all projects were compared
   * @param differences how many lines were reported
   */
  public record Result(long projects, int days, long differences) {}

  private Verification(StoreSnapshot store, Runnable step, Consumer<String> differences) {
    this.store = store;
    this.step = step;
    this.differences = differences;
    this.ledger = store.ledger();
    this.sums = new ProjectSums(store.projectNumbers());
    this.parts = new PartsCheck(store, this::report);
  }

  /**
   * Compares everything.
   *
   * @param store while nobody imports
   * @param step runs after each row; what it throws ends the comparison
   * @param differences takes a line for each difference
   */
  public static Result run(StoreSnapshot store, Runnable step, Consumer<String> differences)
      throws IOException {
    Verification verification = new Verification(store, step, differences);
    verification.readSummaries();
    verification.readMonths();
    verification.compare();
    return new Result(
        verification.projects, verification.ledger.wholeDays().length, verification.found);
  }

  private void report(String difference) {
    found++;
    differences.accept(difference);
  }

  private void readSummaries() throws IOException {
    store.projects(
        (name, id, packed) -> {
          step.run();
          try {
            summary.reset(packed);
          } catch (DamagedBlobException e) {
            report(name + ": the summary is damaged: " + e.getMessage());
            return;
          }
          if (!sums.addSummary(id, summary)) {
            report(name + ": the number " + id + " is not its own");
          }
        });
  }

  private void readMonths() throws IOException {
    parts.readVersions(step);
    store.wholeMonths(
        (month, project, packed, breakdown) -> {
          step.run();
          if (!sums.knows(project)) {
            report("project number " + project + ": it has days in " + month + ", but no summary");
            return;
          }
          try {
            add(month, project, packed);
            parts.check(month, project, packed, breakdown);
          } catch (DamagedBlobException e) {
            report("project number " + project + ": " + month + " is damaged: " + e.getMessage());
          }
        });
    parts.checkRest(step);
  }

  private void add(Month month, int project, byte[] packed) {
    int first = month.first().epochDay();
    reader.reset(packed);
    while (reader.next()) {
      int day = first + reader.day();
      Counts counts = DaySums.total(reader);
      sums.addDay(project, day, counts.all(), counts.withoutMirrors());
      if (ledger.isWhole(day)) {
        days.merge(day, counts, Counts::plus);
      }
    }
  }

  private void compare() throws IOException {
    RankingCheck rankings = new RankingCheck(store, ledger, this::report);
    store.projects(
        (name, id, packed) -> {
          step.run();
          projects++;
          try {
            summary.reset(packed);
          } catch (DamagedBlobException e) {
            return; // Reported before.
          }
          if (sums.knows(id)) {
            compare(name, id);
          }
          rankings.take(name, id, summary);
        });
    for (int day : ledger.wholeDays()) {
      LedgerEntry entry = ledger.entry(new Day(day)).orElseThrow();
      Counts counted = days.getOrDefault(day, Counts.ZERO);
      if (!counted.equals(entry.sum())) {
        report(
            entry.day()
                + ": the ledger has "
                + words(entry.sum())
                + ", projects "
                + words(counted));
      }
    }
    if (ledger.wholeDays().length > 0) { // Rankings are those of days of all projects.
      rankings.finish();
    }
  }

  private void compare(String name, int id) {
    if (summary.totalAll() != sums.all(id)
        || summary.totalWithoutMirrors() != sums.withoutMirrors(id)) {
      report(
          name
              + ": the total is "
              + words(summary.totalAll(), summary.totalWithoutMirrors())
              + ", its days add up to "
              + words(sums.all(id), sums.withoutMirrors(id)));
    }
    if (summary.firstDay() != sums.firstDay(id)) {
      report(
          name
              + ": the first day is "
              + day(summary.firstDay())
              + ", its days begin with "
              + day(sums.firstDay(id)));
    }
    if (!sums.agreesOnNewestDays(id)) {
      report(name + ": the newest days, from which windows are read, are not those of its months");
    }
  }

  private static String day(int epochDay) {
    return epochDay == 0 ? "none" : new Day(epochDay).toString();
  }

  private static String words(Counts counts) {
    return words(counts.all(), counts.withoutMirrors());
  }

  private static String words(long all, long without) {
    return all + " (" + without + " without mirrors)";
  }
}
