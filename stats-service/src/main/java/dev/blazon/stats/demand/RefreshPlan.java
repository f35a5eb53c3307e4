package dev.blazon.stats.demand;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.project.ProjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides which projects are brought up to date when. After a day has become complete at the
 * source, each project has its turn once, at a moment of its own, so that the source gets a steady
 * trickle of queries. The moment depends on the name alone: a restart changes nothing. Immutable.
 */
public final class RefreshPlan {

  /**
   * The source corrects its newest days; days older than this are corrected by hand, and rarely.
   */
  private static final int DAYS_READ_AGAIN = 3;

  private final Duration spread;
  private final Duration interest;
  private final int projectsAtOnce;

  /**
   * Makes a plan.
   *
   * @param spread over what time the projects' turns are spread; less than a day
   * @param interest a project that nobody asked for during this time has no turn
   * @param projectsAtOnce the most projects in a batch
   */
  public RefreshPlan(Duration spread, Duration interest, int projectsAtOnce) {
    this.spread = spread;
    this.interest = interest;
    this.projectsAtOnce = projectsAtOnce;
  }

  /**
   * The projects whose turn it is. One that could not be fetched is due again at the next call.
   *
   * @param newest the newest complete day at the source
   * @param completeSince when we saw that it was complete
   * @return batches, those that are furthest behind last; empty if nothing is due
   */
  public List<RefreshBatch> due(
      Collection<KnownProject> projects, Day newest, Instant completeSince, Instant now) {
    Map<Day, List<KnownProject>> byDay =
        projects.stream()
            .filter(project -> isDue(project, newest, completeSince, now))
            .sorted(Comparator.comparing(project -> turn(project, completeSince)))
            .collect(
                Collectors.groupingBy(
                    KnownProject::countedTo,
                    () -> new TreeMap<>(Comparator.reverseOrder()),
                    Collectors.toList()));
    List<RefreshBatch> batches = new ArrayList<>();
    byDay.forEach(
        (countedTo, alike) -> {
          DayRange days = new DayRange(countedTo.plus(1 - DAYS_READ_AGAIN), newest);
          for (int i = 0; i < alike.size(); i += projectsAtOnce) {
            batches.add(batch(alike.subList(i, Math.min(i + projectsAtOnce, alike.size())), days));
          }
        });
    return batches;
  }

  private boolean isDue(KnownProject project, Day newest, Instant completeSince, Instant now) {
    return project.countedTo().isBefore(newest)
        && project.lastAsked().plus(interest).isAfter(now)
        && !turn(project, completeSince).isAfter(now);
  }

  private Instant turn(KnownProject project, Instant completeSince) {
    // The multiplier spreads names that differ in their last letters only (Knuth, 6.4).
    int hash = project.name().normalized().hashCode() * 0x9E3779B1;
    double share = (hash >>> 1) / (double) Integer.MAX_VALUE;
    return completeSince.plusMillis((long) (share * spread.toMillis()));
  }

  private static RefreshBatch batch(List<KnownProject> projects, DayRange days) {
    Set<ProjectName> names = new LinkedHashSet<>();
    projects.forEach(project -> names.add(project.name()));
    return new RefreshBatch(names, days);
  }
}
