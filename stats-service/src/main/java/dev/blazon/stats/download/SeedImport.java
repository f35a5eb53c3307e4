package dev.blazon.stats.download;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.stats.packed.Summary;
import dev.blazon.stats.query.DaySums;
import dev.blazon.stats.sort.SortedRows;
import dev.blazon.stats.store.ImportTransaction;
import dev.blazon.stats.store.MonthMerge;
import dev.blazon.stats.store.ProjectChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Gives projects the totals up to a day that an operator knows from elsewhere: their totals are
 * those, and what was counted on later days. A project whose days up to then add up to more keeps
 * that sum. It goes through all projects once, beside the sorted rows of {@link SeedRows}, and
 * makes the rankings anew. For one thread.
 */
final class SeedImport {

  private static final byte[] NO_MONTH = {};

  private final ImportTransaction transaction;
  private final Path file;
  private final Day until;
  private final ImportProgress progress;
  private final Rankings rankings;
  private final DaySums sums;
  private final Summary summary = new Summary();
  private final ProjectChange change = new ProjectChange();
  private boolean rowLeft;
  private long projects;
  private long kept;

  SeedImport(ImportTransaction transaction, Path file, Day until, ImportProgress progress) {
    this.transaction = transaction;
    this.file = file;
    this.until = until;
    this.progress = progress;
    this.rankings = Rankings.of(transaction.ledger(), transaction, until.month());
    this.sums = new DaySums(transaction::months);
  }

  Seeded run(SortedRows rows, long rejects) throws IOException, MalformedFileException {
    rowLeft = rows.next();
    try (MonthMerge merge = transaction.merge(until.month(), hasBreakdowns())) {
      while (merge.next()) {
        byte[] name = merge.name();
        int order = compare(rows, name);
        while (order < 0) {
          add(merge, rows);
          order = compare(rows, name);
        }
        summary.reset(merge.summary());
        if (order == 0) {
          seed(merge.id(), rows);
          merge.change(change);
        } else {
          merge.keep();
        }
        rankings.take(name, merge.id(), summary, merge::month);
        progress.projectsMerged(1);
      }
      while (rowLeft) {
        add(merge, rows);
      }
      merge.finish();
    }
    rankings.finish();
    return new Seeded(projects, kept, rejects);
  }

  private boolean hasBreakdowns() {
    return transaction.hasBreakdowns(until.month());
  }

  private int compare(SortedRows rows, byte[] name) {
    return rowLeft
        ? Arrays.compareUnsigned(
            rows.array(), rows.nameStart(), rows.nameEnd(), name, 0, name.length)
        : 1;
  }

  private void add(MonthMerge merge, SortedRows rows) throws IOException, MalformedFileException {
    byte[] name = name(rows);
    int project = transaction.newProject();
    summary.reset();
    seed(project, rows);
    merge.add(name, project, change);
    rankings.take(name, project, summary, () -> NO_MONTH);
    progress.projectsMerged(1);
  }

  /** Changes the summary by the present row, and goes to the next one. */
  private void seed(int project, SortedRows rows) throws IOException, MalformedFileException {
    Counts after = after(project);
    Counts counted = upTo(project, after);
    long all = Math.max(rows.all(), counted.all());
    // A file that knows no mirrors has none: then so does the seed.
    long without =
        rows.all() == rows.withoutMirrors()
            ? all
            : Math.max(rows.withoutMirrors(), counted.withoutMirrors());
    kept += all > rows.all() ? 1 : 0;
    projects++;
    summary.seed(until.epochDay(), all, without, after.all(), after.withoutMirrors());
    change.begin(summary.toBytes());
    next(rows);
  }

  private Counts after(int project) {
    // Every kept day is among the recent ones, or before them.
    Day newest = new Day(Math.max(summary.newestDay(), summary.recentFrom()));
    return newest.isAfter(until)
        ? sums.sum(project, summary, new DayRange(until.plus(1), newest))
        : Counts.ZERO;
  }

  private Counts upTo(int project, Counts after) {
    if (summary.seedUntil() == 0) {
      return new Counts(
          summary.totalAll() - after.all(), summary.totalWithoutMirrors() - after.withoutMirrors());
    }
    Day first = new Day(summary.firstDay());
    return summary.firstDay() == 0 || first.isAfter(until)
        ? Counts.ZERO
        : sums.sum(project, summary, new DayRange(first, until));
  }

  private void next(SortedRows rows) throws IOException, MalformedFileException {
    byte[] name = name(rows);
    long line = line(rows);
    rowLeft = rows.next();
    if (rowLeft && compare(rows, name) == 0) {
      throw new MalformedFileException(
          file,
          Math.max(line, line(rows)),
          "the project "
              + new String(name, StandardCharsets.US_ASCII)
              + " has a total in line "
              + Math.min(line, line(rows))
              + ", too");
    }
  }

  private static byte[] name(SortedRows rows) {
    return Arrays.copyOfRange(rows.array(), rows.nameStart(), rows.nameEnd());
  }

  private static long line(SortedRows rows) {
    return Long.parseLong(
        new String(
            rows.array(),
            rows.textStart(),
            rows.textEnd() - rows.textStart(),
            StandardCharsets.US_ASCII));
  }
}
