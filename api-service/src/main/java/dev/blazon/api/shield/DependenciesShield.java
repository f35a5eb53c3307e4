package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BLUE;
import static dev.blazon.badge.BadgeColor.BRIGHTGREEN;

import dev.blazon.api.pypi.Project;

/** Shows how many distributions the shown release requires, and how many extras it offers. */
final class DependenciesShield implements ProjectShield {

  private static final String LABEL = "dependencies";

  @Override
  public Description description() {
    return Description.of(
            "dependencies",
            "Dependencies",
            "How many distributions the release requires, and how many extras it offers.",
            LABEL)
        .asGeneric();
  }

  @Override
  public Content content(Project project, Wording wording) {
    return project
        .dependencies()
        .map(count -> counted(count, project.extras()))
        .orElseGet(() -> Content.unknown(LABEL));
  }

  private static Content counted(int count, int extras) {
    String message = count == 0 ? "none" : Integer.toString(count);
    return new Content(LABEL, message + extras(extras), count == 0 ? BRIGHTGREEN : BLUE);
  }

  private static String extras(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> " | 1 extra";
      default -> " | " + count + " extras";
    };
  }
}
