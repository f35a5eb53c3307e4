package dev.blazon.api.compare;

import dev.blazon.api.compare.ComparedProject.Counted;
import dev.blazon.api.compare.ComparedProject.Unanswered;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.CountingBreak;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Projects in the same days.
 *
 * @param query what was asked for
 * @param days the first and the last day of the window; empty if no project was counted
 * @param projects those that were counted, by their downloads, then the others in the order of the
 *     query
 * @param breaks the days in the window on which counting changed
 * @param suspects the days whose counts are odd
 */
public record SideBySide(
    CompareQuery query,
    Optional<DayRange> days,
    List<ComparedProject> projects,
    List<CountingBreak> breaks,
    Set<Day> suspects) {

  public SideBySide {
    projects = List.copyOf(projects);
    breaks = List.copyOf(breaks);
    suspects = Set.copyOf(suspects);
  }

  /** The projects that were counted. */
  public List<Counted> counted() {
    return projects.stream().filter(Counted.class::isInstance).map(Counted.class::cast).toList();
  }

  /** The downloads of all of them. */
  public long sum() {
    return counted().stream().mapToLong(Counted::sum).sum();
  }

  /** Whether another try in some seconds may know more. */
  public boolean isFinal() {
    return projects.stream()
        .noneMatch(
            project ->
                project instanceof Unanswered unanswered && unanswered.reason() != Reason.OFF);
  }
}
