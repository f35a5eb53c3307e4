package dev.blazon.stats.demand;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.project.ProjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

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

  /**
   * Makes a plan.
   *
   * @param spread over what time the projects' turns are spread; less than a day
   * @param interest a project that nobody asked for during this time has no turn
   */
  public RefreshPlan(Duration spread, Duration interest) {
    this.spread = spread;
    this.interest = interest;
  }

  /**
   * The projects whose turn it is. One that could not be fetched is due again at the next call.
   *
   * @param newest the newest complete day at the source
   * @param completeSince when we saw that it was complete
   * @return those that are furthest behind last, since they take the longest; else by their turn
   */
  public List<ProjectName> due(
      Collection<KnownProject> projects, Day newest, Instant completeSince, Instant now) {
    return projects.stream()
        .filter(project -> isDue(project, newest, completeSince, now))
        .sorted(
            Comparator.comparing(KnownProject::countedTo)
                .reversed()
                .thenComparing(project -> turn(project, completeSince)))
        .map(KnownProject::name)
        .toList();
  }

  /** The days to read of a project that is counted up to a day. */
  public static DayRange days(Day countedTo, Day newest) {
    return new DayRange(countedTo.plus(1 - DAYS_READ_AGAIN), newest);
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
}
