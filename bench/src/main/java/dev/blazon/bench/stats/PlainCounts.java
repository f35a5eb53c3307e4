package dev.blazon.bench.stats;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.Measure;
import dev.blazon.count.Window;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the plain table says, by SQL that knows nothing of the store. It goes through the table a
 * day at a time, in the order of its key: sorting all rows by project would take minutes.
 */
final class PlainCounts implements AutoCloseable {

  private static final String DAYS = "SELECT DISTINCT date FROM plain ORDER BY date";
  private static final String DAY =
      "SELECT project, count(*), sum(downloads), sum(without_mirrors) FROM plain"
          + " WHERE date = ? GROUP BY project";
  private static final String VERSIONS =
      "SELECT version, downloads, without_mirrors FROM plain WHERE date = ? AND project = ?";

  private static final List<Window> WINDOWS = List.of(Window.values());
  private static final List<Measure> MEASURES = List.of(Measure.values());

  private final Connection connection;
  private final List<Day> days = new ArrayList<>();
  private final Map<Day, Long> rows = new TreeMap<>();
  private final Map<Day, Counts> sums = new TreeMap<>();

  /** For each window and measure: see {@link #place}. */
  private final Map<String, long[]> byProject = new TreeMap<>();

  private PlainCounts(Connection connection) {
    this.connection = connection;
  }

  static PlainCounts open(String file) throws SQLException {
    return new PlainCounts(DriverManager.getConnection("jdbc:sqlite:" + file));
  }

  /** Adds everything up. */
  void read() throws SQLException {
    try (PreparedStatement read = connection.prepareStatement(DAYS);
        ResultSet found = read.executeQuery()) {
      while (found.next()) {
        days.add(Day.parse(found.getString(1)).orElseThrow());
      }
    }
    try (PreparedStatement read = connection.prepareStatement(DAY)) {
      for (int i = 0; i < days.size(); i++) {
        readDay(read, days.get(i), days.size() - i);
      }
    }
  }

  /** A window is so many of the newest days; {@code age} is 1 for the newest. */
  private void readDay(PreparedStatement read, Day day, int age) throws SQLException {
    long count = 0;
    Counts sum = Counts.ZERO;
    read.setString(1, day.toString());
    try (ResultSet found = read.executeQuery()) {
      while (found.next()) {
        long[] ofProject =
            byProject.computeIfAbsent(
                found.getString(1), any -> new long[WINDOWS.size() * MEASURES.size()]);
        count += found.getLong(2);
        Counts counts = new Counts(found.getLong(3), found.getLong(4));
        sum = sum.plus(counts);
        for (Window window : WINDOWS) {
          if (age <= window.days()) {
            for (Measure measure : MEASURES) {
              ofProject[place(window, measure)] += counts.in(measure);
            }
          }
        }
      }
    }
    rows.put(day, count);
    sums.put(day, sum);
  }

  private static int place(Window window, Measure measure) {
    return WINDOWS.indexOf(window) * MEASURES.size() + MEASURES.indexOf(measure);
  }

  List<Day> days() {
    return days;
  }

  long rows(Day day) {
    return rows.getOrDefault(day, 0L);
  }

  Counts sum(Day day) {
    return sums.getOrDefault(day, Counts.ZERO);
  }

  Collection<String> projects() {
    return byProject.keySet();
  }

  long downloads(String project, Window window, Measure measure) {
    return byProject.get(project)[place(window, measure)];
  }

  /** Names and downloads of the first places; of equal ones, the name that comes first. */
  List<String> top(Window window, Measure measure, int places) {
    int place = place(window, measure);
    return byProject.entrySet().stream()
        .filter(project -> project.getValue()[place] > 0)
        .sorted(
            Comparator.<Map.Entry<String, long[]>>comparingLong(
                    project -> -project.getValue()[place])
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(places)
        .map(project -> project.getKey() + " " + project.getValue()[place])
        .toList();
  }

  /** Downloads of a project by day and version. */
  Map<String, Counts> versions(String project) throws SQLException {
    Map<String, Counts> found = new TreeMap<>();
    try (PreparedStatement read = connection.prepareStatement(VERSIONS)) {
      for (Day day : days) {
        read.setString(1, day.toString());
        read.setString(2, project);
        try (ResultSet versions = read.executeQuery()) {
          while (versions.next()) {
            found.put(
                day + " " + versions.getString(1),
                new Counts(versions.getLong(2), versions.getLong(3)));
          }
        }
      }
    }
    return found;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
