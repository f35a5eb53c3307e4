package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BRIGHTGREEN;
import static dev.blazon.badge.BadgeColor.RED;

import dev.blazon.api.pypi.Project;

/** Shows whether the project has type hints (PEP 561), by its classifiers. */
final class TypesShield implements ProjectShield {

  private static final String LABEL = "types";

  @Override
  public Description description() {
    return Description.of(
            "types", "Types", "Whether the project brings type hints, by its classifiers.", LABEL)
        .asGeneric();
  }

  @Override
  public Content content(Project project, Wording wording) {
    if (project.classifiers().contains("Typing :: Typed")) {
      return new Content(LABEL, "typed", BRIGHTGREEN);
    }
    return project.classifiers().contains("Typing :: Stubs Only")
        ? new Content(LABEL, "stubs", BRIGHTGREEN)
        : new Content(LABEL, "untyped", RED);
  }
}
