package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BRIGHTGREEN;
import static dev.blazon.badge.BadgeColor.RED;
import static dev.blazon.badge.BadgeColor.YELLOW;

import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.ReleaseFile;

/** Shows the best format of the shown release: wheel, egg or source. */
final class FormatShield implements ProjectShield {

  private static final String LABEL = "format";

  @Override
  public Description description() {
    return Description.of(
            "format",
            "Format",
            "The best format of the release: a wheel, else an egg, else its source.",
            LABEL)
        .asGeneric();
  }

  /**
   * A release without files is unknown, because pypip.in crashed on it; shields.io calls it {@code
   * source}.
   */
  @Override
  public Content content(Project project, Wording wording) {
    if (project.files().stream().anyMatch(ReleaseFile::isWheel)) {
      return new Content(LABEL, "wheel", BRIGHTGREEN);
    }
    if (project.files().stream().anyMatch(ReleaseFile::isEgg)) {
      return new Content(LABEL, "egg", RED);
    }
    return project.files().isEmpty() && wording != Wording.SHIELDS_IO
        ? Content.unknown(LABEL)
        : new Content(LABEL, "source", YELLOW);
  }
}
