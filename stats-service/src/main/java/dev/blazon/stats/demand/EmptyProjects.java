package dev.blazon.stats.demand;

import dev.blazon.count.DayRange;
import dev.blazon.project.ProjectName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Projects that the source has no downloads of. They are remembered for a while, in memory only:
 * most are names that somebody made up. Thread-safe.
 */
public final class EmptyProjects {

  /** A new project has downloads on the day after its first release. */
  private static final Duration KEPT = Duration.ofHours(6);

  /** About 1 MB. */
  private static final int MOST = 5_000;

  private record Empty(DayRange days, Instant until) {}

  private final Clock clock;

  @SuppressWarnings("serial") // Never serialized.
  private final Map<String, Empty> projects =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Empty> eldest) {
          return size() > MOST;
        }
      };

  public EmptyProjects(Clock clock) {
    this.clock = clock;
  }

  /**
   * Notes that a project has no downloads.
   *
   * @param days on which it certainly had none
   */
  public synchronized void add(ProjectName project, DayRange days) {
    projects.put(project.normalized(), new Empty(days, clock.instant().plus(KEPT)));
  }

  /** The days on which a project certainly had no downloads; empty if that is not known. */
  public synchronized Optional<DayRange> days(ProjectName project) {
    return Optional.ofNullable(projects.get(project.normalized()))
        .filter(empty -> clock.instant().isBefore(empty.until()))
        .map(Empty::days);
  }
}
