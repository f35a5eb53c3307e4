package dev.blazon.stats.download;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Dimension;
import dev.blazon.stats.sort.RowSorter;
import dev.blazon.stats.source.BreakdownRow;
import dev.blazon.stats.source.CountRow;
import dev.blazon.stats.source.RowSink;
import dev.blazon.stats.source.SourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Takes rows of any source, validates and normalises them, adds up each day, and passes them on to
 * the sorter. A row about an impossible name or version is counted as a reject, and nothing else.
 * For one thread.
 */
final class Intake implements RowSink {

  /** More downloads than this in one row are a mistake: PyPI has 10^10 a day in all. */
  static final long MAX_COUNT = 1_000_000_000_000L;

  /** A year that is mistyped would be the newest day of all windows for ever. */
  private static final DayRange DAYS_OF_PYPI = new DayRange(Day.EARLIEST, Day.of(2099, 12, 31));

  private static final byte[] NOTHING = {};

  private final RowSorter sorter;
  private final Wanted wanted;
  private final NormalName name = new NormalName();
  private final CategoryText category = new CategoryText();
  private final NavigableMap<Day, DayTally> tallies = new TreeMap<>();

  /** Of those that were asked for, whose names are few. */
  private final Set<String> projectsWithDownloads = new HashSet<>();

  private Day lastDay = new Day(Integer.MIN_VALUE);
  private DayTally tally = new DayTally();
  private boolean kept = true;

  /**
   * What rows may be about.
   *
   * @param days the days that rows may be about: others are an error of the source
   * @param keptDays those of them that are kept; rows of others are left out
   * @param projects their normalised names; empty means any
   * @param othersAreErrors whether rows of other projects are an error of the source; if not, they
   *     are left out
   */
  record Wanted(
      Predicate<Day> days, Predicate<Day> keptDays, Set<String> projects, boolean othersAreErrors) {

    static Wanted anything() {
      return new Wanted(any -> true, any -> true, Set.of(), false);
    }

    static Wanted day(Day only) {
      return new Wanted(only::equals, any -> true, Set.of(), false);
    }

    /** Whether rows of a project are left out. */
    boolean leavesOut(NormalName name) {
      return !projects.isEmpty() && !othersAreErrors && !projects.contains(name.toString());
    }
  }

  Intake(RowSorter sorter, Wanted wanted) {
    this.sorter = sorter;
    this.wanted = wanted;
  }

  @Override
  public void count(CountRow row) throws SourceException {
    begin(row.day());
    check(row.counts());
    byte[] project = row.project().getBytes(StandardCharsets.UTF_8);
    checkProject(project);
    byte[] version = row.version().getBytes(StandardCharsets.UTF_8);
    if (!version(project, 0, project.length, version, 0, version.length, row.counts())) {
      return;
    }
    if (!wanted.projects.isEmpty() && row.counts().all() > 0) {
      projectsWithDownloads.add(
          new String(name.bytes(), 0, name.length(), StandardCharsets.US_ASCII));
    }
    for (Map.Entry<Dimension, String> detail : row.details().values().entrySet()) {
      category(detail.getKey(), detail.getValue(), row.counts());
    }
  }

  @Override
  public void breakdown(BreakdownRow row) throws SourceException {
    begin(row.day());
    check(row.counts());
    byte[] project = row.project().getBytes(StandardCharsets.UTF_8);
    checkProject(project);
    if (!name.read(project, 0, project.length)) {
      tally.reject();
    } else if (kept && !wanted.leavesOut(name)) {
      category(row.dimension(), row.category(), row.counts());
    }
  }

  /** Counts a row about nothing that can be named. */
  void reject(Day day) throws SourceException {
    begin(day);
    tally.reject();
  }

  private void checkProject(byte[] project) throws SourceException {
    if (wanted.othersAreErrors
        && name.read(project, 0, project.length)
        && !wanted.projects.contains(name.toString())) {
      throw new SourceException(
          SourceException.Kind.MALFORMED, "a row of a project that was not asked for");
    }
  }

  private static void check(Counts counts) throws SourceException {
    if (counts.all() > MAX_COUNT) {
      throw new SourceException(
          SourceException.Kind.MALFORMED, counts.all() + " downloads in one row");
    }
  }

  /** Begins a row of a day. */
  void begin(Day day) throws SourceException {
    if (day.equals(lastDay)) {
      return;
    }
    if (!wanted.days.test(day)) {
      throw new SourceException(
          SourceException.Kind.MALFORMED, "a row of " + day + ", a day that was not asked for");
    }
    if (!DAYS_OF_PYPI.contains(day)) {
      throw new SourceException(
          SourceException.Kind.MALFORMED,
          "a row of " + day + ", which is not within " + DAYS_OF_PYPI);
    }
    lastDay = day;
    kept = wanted.keptDays.test(day);
    tally = tallies.computeIfAbsent(day, any -> new DayTally());
  }

  /** Takes a row of bytes; false if it was rejected. */
  boolean version(
      byte[] project,
      int from,
      int to,
      byte[] version,
      int versionFrom,
      int versionTo,
      Counts row) {
    return version(
        project, from, to, version, versionFrom, versionTo, row.all(), row.withoutMirrors());
  }

  /** Takes a row of bytes; false if it was rejected. */
  boolean version(
      byte[] project,
      int from,
      int to,
      byte[] version,
      int versionFrom,
      int versionTo,
      long all,
      long without) {
    if (!name.read(project, from, to)
        || VersionText.isImpossible(version, versionFrom, versionTo)) {
      tally.reject();
      return false;
    }
    if (!kept || wanted.leavesOut(name)) {
      return false;
    }
    if (all == 0) {
      return true;
    }
    tally.add(all, without);
    boolean isLong = versionTo - versionFrom > VersionText.MAX_LENGTH;
    try {
      sorter.version(
          lastDay,
          name.bytes(),
          name.length(),
          isLong ? NOTHING : version,
          isLong ? 0 : versionFrom,
          isLong ? 0 : versionTo,
          all,
          without);
    } catch (IOException e) {
      throw new UncheckedIOException("rows cannot be sorted on disk", e);
    }
    return true;
  }

  private void category(Dimension dimension, String text, Counts counts) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    category(dimension, bytes, 0, bytes.length, counts.all(), counts.withoutMirrors());
  }

  /** Takes a category of the project that the last row was about. */
  void category(Dimension dimension, byte[] text, int from, int to, long all, long without) {
    if (all == 0) {
      return;
    }
    category.read(dimension, text, from, to);
    try {
      sorter.category(
          lastDay,
          name.bytes(),
          name.length(),
          dimension.number(),
          category.bytes(),
          0,
          category.length(),
          all,
          without);
    } catch (IOException e) {
      throw new UncheckedIOException("rows cannot be sorted on disk", e);
    }
  }

  /** Those projects that were asked for and have a kept row. */
  Set<String> projectsWithDownloads() {
    return projectsWithDownloads;
  }

  /** What each day adds up to, in ascending order of the days. */
  NavigableMap<Day, DayTally> tallies() {
    return tallies;
  }
}
