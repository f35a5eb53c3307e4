package dev.blazon.stats.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.project.ProjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A new day is complete at 03:00, and 1,000 projects are brought up to date over 20 hours. */
class RefreshPlanTest {

  private static final Day NEWEST = Day.of(2026, 11, 20);
  private static final Instant COMPLETE = Instant.parse("2026-11-21T03:00:00Z");
  private static final Duration SPREAD = Duration.ofHours(20);
  private static final RefreshPlan PLAN = new RefreshPlan(SPREAD, Duration.ofDays(30));

  @Test
  void each_project_has_one_turn_and_turns_are_spread_evenly() {
    List<KnownProject> projects = projects(1_000, NEWEST.minus(1));
    Set<ProjectName> done = new HashSet<>();
    int most = 0;
    for (int hour = 1; hour <= 20; hour++) {
      int before = done.size();
      Instant now = COMPLETE.plus(Duration.ofHours(hour));
      List<KnownProject> left =
          projects.stream().filter(project -> !done.contains(project.name())).toList();
      PLAN.due(left, NEWEST, COMPLETE, now).forEach(project -> assertTrue(done.add(project)));
      most = Math.max(most, done.size() - before);
    }
    assertEquals(1_000, done.size());
    assertTrue(most < 100, "in an hour: " + most);
  }

  @Test
  void nothing_is_due_before_its_turn_or_when_it_is_up_to_date() {
    assertEquals(
        List.of(),
        PLAN.due(projects(20, NEWEST.minus(1)), NEWEST, COMPLETE, COMPLETE.minusSeconds(1)));
    assertEquals(
        List.of(), PLAN.due(projects(20, NEWEST), NEWEST, COMPLETE, COMPLETE.plus(SPREAD)));
  }

  @Test
  void a_project_that_nobody_asks_for_has_no_turn() {
    Instant now = COMPLETE.plus(SPREAD);
    KnownProject forgotten =
        new KnownProject(name("forgotten"), NEWEST.minus(1), now.minus(Duration.ofDays(30)));
    KnownProject asked =
        new KnownProject(name("asked"), NEWEST.minus(1), now.minus(Duration.ofDays(29)));

    assertEquals(
        List.of(name("asked")), PLAN.due(List.of(forgotten, asked), NEWEST, COMPLETE, now));
  }

  @Test
  void projects_that_are_further_behind_come_last() {
    List<KnownProject> projects = new ArrayList<>();
    projects.add(new KnownProject(name("behind"), NEWEST.minus(40), COMPLETE));
    projects.addAll(projects(2, NEWEST.minus(1)));

    List<ProjectName> due = PLAN.due(projects, NEWEST, COMPLETE, COMPLETE.plus(SPREAD));

    assertEquals(3, due.size());
    assertEquals(name("behind"), due.get(2));
  }

  @Test
  void the_newest_days_are_read_again_since_the_source_corrects_them() {
    assertEquals(new DayRange(NEWEST.minus(3), NEWEST), RefreshPlan.days(NEWEST.minus(1), NEWEST));
  }

  private static List<KnownProject> projects(int number, Day countedTo) {
    return IntStream.range(0, number)
        .mapToObj(i -> new KnownProject(name("project-" + i), countedTo, COMPLETE))
        .toList();
  }

  private static ProjectName name(String text) {
    return ProjectName.parse(text).orElseThrow();
  }
}
