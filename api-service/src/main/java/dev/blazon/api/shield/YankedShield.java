package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BRIGHTGREEN;
import static dev.blazon.badge.BadgeColor.RED;

import dev.blazon.api.pypi.Project;

/** Shows whether the shown release was yanked (PEP 592). */
final class YankedShield implements ProjectShield {

  private static final String LABEL = "yanked";

  @Override
  public Description description() {
    return Description.of(
            "yanked", "Yanked", "Whether the release was yanked (PEP 592): do not use it.", LABEL)
        .with("version", "One exact release; latest: the usual one.")
        .asGeneric();
  }

  @Override
  public Content content(Project project, Wording wording) {
    return project.release().isYanked()
        ? new Content(LABEL, "yes", RED)
        : new Content(LABEL, "no", BRIGHTGREEN);
  }
}
