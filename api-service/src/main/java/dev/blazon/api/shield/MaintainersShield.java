package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BLUE;

import dev.blazon.api.pypi.Project;

/** Shows how many accounts own or maintain the project. */
final class MaintainersShield implements ProjectShield {

  private static final String LABEL = "maintainers";

  @Override
  public Description description() {
    return Description.of(
            "maintainers",
            "Maintainers",
            "How many accounts own or maintain the project on its index.",
            LABEL)
        .asGeneric();
  }

  @Override
  public Content content(Project project, Wording wording) {
    return project
        .maintainers()
        .map(count -> new Content(LABEL, Integer.toString(count), BLUE))
        .orElseGet(() -> Content.unknown(LABEL));
  }
}
