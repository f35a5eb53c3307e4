package dev.blazon.stats.demand;

import dev.blazon.count.DayRange;
import dev.blazon.project.ProjectName;
import java.util.Set;

/** Projects whose newest days are fetched together. */
public record RefreshBatch(Set<ProjectName> projects, DayRange days) {

  public RefreshBatch {
    projects = Set.copyOf(projects);
  }
}
