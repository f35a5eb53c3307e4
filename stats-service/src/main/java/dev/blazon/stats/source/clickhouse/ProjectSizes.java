package dev.blazon.stats.source.clickhouse;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.remote.CountText;
import dev.blazon.stats.source.remote.Excerpt;
import dev.blazon.stats.source.remote.MalformedAnswerException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** How many rows of counts each project has on each day, before the rows themselves are read. */
final class ProjectSizes {

  private final DayRange days;
  private final Map<String, ProjectName> names = new LinkedHashMap<>();
  private final Map<ProjectName, NavigableMap<Day, Long>> sizes = new LinkedHashMap<>();

  ProjectSizes(Piece asked) {
    this.days = asked.days();
    for (ProjectName project : asked.projects()) {
      names.put(project.normalized(), project);
      sizes.put(project, new TreeMap<>());
    }
  }

  /** Adds the result of {@link ClickPyQueries#sizes}. */
  void addAll(QueryResult result) {
    for (ResultRow row : result.rows()) {
      NavigableMap<Day, Long> ofProject = sizes.get(project(row.text(0)));
      List<String> dates = row.list(1);
      List<String> items = row.list(2);
      Rows.requireSameLength(dates, items);
      for (int i = 0; i < dates.size(); i++) {
        Day day = Rows.day(dates.get(i), days);
        if (ofProject.put(day, CountText.parse(items.get(i))) != null) {
          throw new MalformedAnswerException("a day appears twice");
        }
      }
    }
  }

  /** The project that was asked for under this name. */
  ProjectName project(String normalized) {
    ProjectName project = names.get(normalized);
    if (project == null) {
      throw new MalformedAnswerException(
          "a row is about the project " + Excerpt.quoted(normalized) + ", which was not asked for");
    }
    return project;
  }

  Map<ProjectName, NavigableMap<Day, Long>> byProject() {
    return sizes;
  }

  /** From the first to the last day on which any project has rows. */
  Optional<DayRange> days() {
    Optional<Day> first =
        sizes.values().stream()
            .filter(ofProject -> !ofProject.isEmpty())
            .map(NavigableMap::firstKey)
            .min(Comparator.naturalOrder());
    Optional<Day> last =
        sizes.values().stream()
            .filter(ofProject -> !ofProject.isEmpty())
            .map(NavigableMap::lastKey)
            .max(Comparator.naturalOrder());
    return first.map(day -> new DayRange(day, last.orElseThrow()));
  }
}
