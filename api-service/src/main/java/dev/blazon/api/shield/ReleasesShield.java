package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BLUE;
import static dev.blazon.badge.BadgeColor.LIGHTGREY;

import dev.blazon.api.pypi.Project;

/** Shows how many releases of the project have files. */
final class ReleasesShield implements ProjectShield {

  private static final String LABEL = "releases";

  @Override
  public Description description() {
    return Description.of(
            "releases", "Releases", "How many releases of the project have files.", LABEL)
        .asGeneric();
  }

  @Override
  public Content content(Project project, Wording wording) {
    int count = project.releaseCount();
    return count > 0
        ? new Content(LABEL, Integer.toString(count), BLUE)
        : new Content(LABEL, "none", LIGHTGREY);
  }
}
