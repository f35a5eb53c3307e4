package dev.blazon.stats.download;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.Measure;
import dev.blazon.count.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Counts kept as plain rows: what the store should say, computed in the simplest way. */
final class Oracle {

  private final Map<Day, List<PlainRow>> days = new TreeMap<>();

  /** Replaces all days that occur in some rows. */
  void importDays(Collection<PlainRow> rows) {
    rows.stream().map(PlainRow::day).distinct().forEach(day -> days.put(day, new ArrayList<>()));
    rows.forEach(row -> days.get(row.day()).add(row));
  }

  List<Day> days() {
    return List.copyOf(days.keySet());
  }

  Set<String> projects() {
    return rows(any -> true).stream()
        .filter(row -> row.counts().all() > 0)
        .map(PlainRow::project)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Counts total(String project, Collection<Day> window) {
    return sum(rows(row -> row.project().equals(project) && window.contains(row.day())));
  }

  /** The newest imported days, as many as a window has. */
  List<Day> window(Window window) {
    List<Day> all = days();
    return all.subList(Math.max(0, all.size() - window.days()), all.size());
  }

  /** Names and downloads of projects, most downloads first, then by name. */
  List<String> ranking(Window window, Measure measure) {
    Map<String, Long> downloads = downloads(window, measure);
    return downloads.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .toList();
  }

  int rank(String project, Window window, Measure measure) {
    Map<String, Long> downloads = downloads(window, measure);
    return 1
        + (int) downloads.values().stream().filter(more -> more > downloads.get(project)).count();
  }

  private Map<String, Long> downloads(Window window, Measure measure) {
    Map<String, Long> downloads = new TreeMap<>();
    for (String project : projects()) {
      long sum = total(project, window(window)).in(measure);
      if (sum > 0) {
        downloads.put(project, sum);
      }
    }
    return downloads;
  }

  Counts sum(Day day) {
    return sum(days.get(day));
  }

  Map<Day, Map<String, Counts>> versions(String project) {
    Map<Day, Map<String, Counts>> found = new TreeMap<>();
    for (PlainRow row : rows(row -> row.project().equals(project) && row.counts().all() > 0)) {
      found
          .computeIfAbsent(row.day(), any -> new TreeMap<>())
          .merge(row.version(), row.counts(), Counts::plus);
    }
    return found;
  }

  private List<PlainRow> rows(Predicate<PlainRow> wanted) {
    return days.values().stream().flatMap(List::stream).filter(wanted).toList();
  }

  private static Counts sum(Collection<PlainRow> rows) {
    return rows.stream().map(PlainRow::counts).reduce(Counts.ZERO, Counts::plus);
  }
}
