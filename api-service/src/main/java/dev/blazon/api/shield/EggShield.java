package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BRIGHTGREEN;
import static dev.blazon.badge.BadgeColor.RED;

import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.ReleaseFile;

/**
 * Shows whether the shown release offers an egg. The format is obsolete, so {@code no} is green.
 */
final class EggShield implements ProjectShield {

  private static final String LABEL = "egg";

  @Override
  public Description description() {
    return Description.of(
            "egg", "Egg", "Whether the release offers an egg, the format before wheels.", LABEL)
        .asGeneric();
  }

  @Override
  public Content content(Project project, Wording wording) {
    if (project.files().isEmpty()) {
      return Content.unknown(LABEL);
    }
    return project.files().stream().anyMatch(ReleaseFile::isEgg)
        ? new Content(LABEL, "yes", RED)
        : new Content(LABEL, "no", BRIGHTGREEN);
  }
}
