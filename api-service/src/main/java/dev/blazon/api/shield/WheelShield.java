package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BRIGHTGREEN;
import static dev.blazon.badge.BadgeColor.RED;

import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.ReleaseFile;

/** Shows whether the shown release offers a wheel, which installs without a build. */
final class WheelShield implements ProjectShield {

  private static final String LABEL = "wheel";

  @Override
  public Description description() {
    return Description.of("wheel", "Wheel", "Whether the release offers a wheel (PEP 427).", LABEL)
        .asGeneric();
  }

  /**
   * A release without files is unknown, because pypip.in crashed on it; shields.io says {@code no}.
   */
  @Override
  public Content content(Project project, Wording wording) {
    if (project.files().isEmpty() && wording != Wording.SHIELDS_IO) {
      return Content.unknown(LABEL);
    }
    return project.files().stream().anyMatch(ReleaseFile::isWheel)
        ? new Content(LABEL, "yes", BRIGHTGREEN)
        : new Content(LABEL, "no", RED);
  }
}
