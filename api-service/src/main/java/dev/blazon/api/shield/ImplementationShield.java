package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BLUE;

import dev.blazon.api.pypi.Project;
import java.util.List;
import java.util.Locale;

/** Shows the Python implementations that the shown release supports, by its classifiers. */
final class ImplementationShield implements ProjectShield {

  private static final String LABEL = "implementation";
  private static final String PREFIX = "Programming Language :: Python :: Implementation";

  @Override
  public Description description() {
    return Description.of(
            "implementation",
            "Implementation",
            "The Python implementations the release supports, by its classifiers.",
            LABEL)
        .asGeneric();
  }

  /** A release that names no implementation supports CPython. */
  @Override
  public Content content(Project project, Wording wording) {
    List<String> names =
        Classifiers.below(project.classifiers(), PREFIX)
            .map(name -> Classifiers.lastPart(name).toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    if (names.isEmpty()) {
      return new Content(LABEL, "cpython", BLUE);
    }
    String message =
        wording == Wording.PYPIP_IN
            ? String.join(", ", names)
            : String.join(" | ", names.stream().sorted().toList());
    return new Content(LABEL, message, BLUE);
  }
}
