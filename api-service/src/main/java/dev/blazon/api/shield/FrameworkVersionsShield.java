package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BLUE;
import static dev.blazon.badge.BadgeColor.LIGHTGREY;

import dev.blazon.api.pypi.Project;
import java.util.List;
import java.util.Locale;

/** Shows the versions of a framework that the project supports, by its classifiers. */
final class FrameworkVersionsShield implements ProjectShield {

  /** The label if the project names no versions, or the look-up fails. */
  private static final String LABEL = "versions";

  private final Framework framework;

  FrameworkVersionsShield(Framework framework) {
    this.framework = framework;
  }

  @Override
  public Description description() {
    return Description.of(
            framework.shieldId(),
            framework.title() + " versions",
            "The versions of " + framework.title() + " the project supports, by its classifiers.",
            LABEL)
        .asGeneric();
  }

  /**
   * The message about missing versions contains the project's name, so its picture is not shared.
   */
  @Override
  public boolean isGeneric(Content content) {
    return !content.label().equals(LABEL);
  }

  @Override
  public Content content(Project project, Wording wording) {
    List<String> versions =
        Classifiers.below(project.classifiers(), framework.classifier())
            .filter(Classifiers::isNumeric)
            .distinct()
            .sorted(NumericOrder.INSTANCE)
            .toList();
    if (versions.isEmpty()) {
      String message = framework.title() + " versions are missing for " + project.name();
      return new Content(LABEL, message, LIGHTGREY);
    }
    String label = framework.title().toLowerCase(Locale.ROOT) + " " + LABEL;
    return new Content(label, String.join(" | ", versions), BLUE);
  }
}
