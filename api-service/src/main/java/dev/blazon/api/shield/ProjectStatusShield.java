package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BRIGHTGREEN;
import static dev.blazon.badge.BadgeColor.LIGHTGREY;
import static dev.blazon.badge.BadgeColor.ORANGE;
import static dev.blazon.badge.BadgeColor.RED;

import dev.blazon.api.pypi.Project;
import dev.blazon.badge.BadgeColor;
import java.util.Locale;

/** Shows the project's status marker (PEP 792). By the PEP, a project without one is active. */
final class ProjectStatusShield implements ProjectShield {

  private static final String LABEL = "project";

  @Override
  public Description description() {
    return Description.of(
            "project-status",
            "Project status",
            "The project's status marker (PEP 792): active, archived, deprecated, quarantined.",
            LABEL)
        .asGeneric();
  }

  @Override
  public Content content(Project project, Wording wording) {
    String status =
        project
            .status()
            .map(text -> text.strip().toLowerCase(Locale.ROOT))
            .filter(text -> !text.isEmpty())
            .orElse("active");
    return new Content(LABEL, status, color(status));
  }

  private static BadgeColor color(String status) {
    return switch (status) {
      case "active" -> BRIGHTGREEN;
      case "archived" -> ORANGE;
      case "deprecated", "quarantined" -> RED;
      default -> LIGHTGREY;
    };
  }
}
