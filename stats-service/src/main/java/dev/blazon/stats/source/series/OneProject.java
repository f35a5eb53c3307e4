package dev.blazon.stats.source.series;

import dev.blazon.project.ProjectName;
import java.util.Set;

/** Takes the project out of a set that must have exactly one. */
final class OneProject {

  private OneProject() {}

  static ProjectName of(Set<ProjectName> projects) {
    if (projects.size() != 1) {
      throw new IllegalArgumentException("one project at a time, not " + projects.size());
    }
    return projects.iterator().next();
  }
}
