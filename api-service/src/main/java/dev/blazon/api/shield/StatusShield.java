package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BRIGHTGREEN;
import static dev.blazon.badge.BadgeColor.RED;
import static dev.blazon.badge.BadgeColor.YELLOW;

import dev.blazon.api.pypi.Project;
import dev.blazon.badge.BadgeColor;
import java.util.List;
import java.util.Locale;

/** Shows the development status of the project, by its classifiers. */
final class StatusShield implements ProjectShield {

  private static final String LABEL = "status";
  private static final String BETWEEN = " - ";

  @Override
  public Description description() {
    return Description.of(
            "status",
            "Development status",
            "How far the project says it has come: from planning to mature, or inactive.",
            LABEL)
        .asGeneric();
  }

  /** If there are several, pypip.in shows the first and all others the most advanced one. */
  @Override
  public Content content(Project project, Wording wording) {
    List<String> statuses =
        Classifiers.below(project.classifiers(), "Development Status")
            .filter(status -> status.contains(BETWEEN))
            .toList();
    if (statuses.isEmpty()) {
      return wording == Wording.PYPIP_IN
          ? new Content(LABEL, "unknown", RED)
          : Content.unknown(LABEL);
    }
    String status =
        wording == Wording.PYPIP_IN
            ? statuses.get(0)
            : statuses.stream().max(String::compareTo).orElseThrow();
    String name =
        status.substring(status.indexOf(BETWEEN) + BETWEEN.length()).toLowerCase(Locale.ROOT);
    String message = name.equals("production/stable") ? "stable" : name;
    return new Content(LABEL, message, color(message));
  }

  private static BadgeColor color(String status) {
    return switch (status) {
      case "stable", "mature" -> BRIGHTGREEN;
      case "beta" -> YELLOW;
      case "planning", "pre-alpha", "alpha", "inactive" -> RED;
      default -> BadgeColor.LIGHTGREY;
    };
  }
}
