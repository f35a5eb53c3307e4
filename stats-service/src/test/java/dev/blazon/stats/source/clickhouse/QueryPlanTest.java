package dev.blazon.stats.source.clickhouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.project.ProjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the sizes are, each project day is asked for once, and no query asks for too much. */
class QueryPlanTest {

  private static final Day START = Day.of(2026, 1, 1);

  @Property
  void each_day_is_in_one_query_within_the_limits(
      @ForAll @Size(max = 8) List<@Size(max = 40) List<@IntRange(max = 60) Integer>> projects,
      @ForAll @IntRange(min = 1, max = 30) int maxRows,
      @ForAll @IntRange(min = 1, max = 200) int maxItems) {
    Map<ProjectName, NavigableMap<Day, Long>> sizes = sizes(projects);
    DayRange all = new DayRange(START, START.plus(40));

    List<Piece> pieces = QueryPlan.of(sizes, all, maxRows, maxItems);

    sizes.forEach(
        (project, days) ->
            days.keySet()
                .forEach(
                    day ->
                        assertEquals(
                            1,
                            pieces.stream()
                                .filter(piece -> piece.projects().contains(project))
                                .filter(piece -> piece.days().contains(day))
                                .count())));
    for (Piece piece : pieces) {
      long rows = 0;
      long items = 0;
      for (ProjectName project : piece.projects()) {
        for (Map.Entry<Day, Long> day : sizes.get(project).entrySet()) {
          if (piece.days().contains(day.getKey())) {
            rows++;
            items += day.getValue();
          }
        }
      }
      assertTrue(rows >= 1 && rows <= maxRows, piece.toString());
      assertTrue(rows == 1 || items <= maxItems, piece.toString());
    }
  }

  /** A zero is a day without rows. */
  private static Map<ProjectName, NavigableMap<Day, Long>> sizes(List<List<Integer>> projects) {
    Map<ProjectName, NavigableMap<Day, Long>> sizes = new LinkedHashMap<>();
    for (List<Integer> project : projects) {
      NavigableMap<Day, Long> days = new TreeMap<>();
      for (int i = 0; i < project.size(); i++) {
        if (project.get(i) > 0) {
          days.put(START.plus(i), (long) project.get(i));
        }
      }
      sizes.put(ProjectName.parse("project" + sizes.size()).orElseThrow(), days);
    }
    return sizes;
  }
}
