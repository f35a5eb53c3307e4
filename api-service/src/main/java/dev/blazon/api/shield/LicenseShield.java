package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BLUE;
import static dev.blazon.badge.BadgeColor.RED;

import dev.blazon.api.pypi.Project;
import java.util.List;
import java.util.Optional;

/** Shows the licence of the shown release: its SPDX expression (PEP 639), or else older fields. */
final class LicenseShield implements ProjectShield {

  private static final String LABEL = "license";

  /**
   * shields.io assumes that a text of this length or longer is the licence itself, not its name.
   */
  private static final int SHIELDS_NAME_LIMIT = 40;

  /** A longer text is taken for the licence itself, not its name. pypip.in had no limit. */
  private static final int NAME_LIMIT = 100;

  @Override
  public Description description() {
    return Description.of(
            "license",
            "License",
            "The licence: its SPDX expression (PEP 639), else the free text, else the classifiers.",
            LABEL)
        .asGeneric();
  }

  @Override
  public Content content(Project project, Wording wording) {
    return switch (wording) {
      case SHIELDS_IO -> shieldsIo(project);
      case BADGEN_NET ->
          name(project)
              .map(name -> new Content(LABEL, name, BadgenColors.BLUE))
              .orElseGet(() -> new Content(LABEL, "unknown", BadgenColors.BLUE));
      default ->
          name(project)
              .map(name -> new Content(LABEL, name, BLUE))
              .orElseGet(() -> new Content(LABEL, "unknown", RED));
    };
  }

  private static Content shieldsIo(Project project) {
    List<String> names =
        expression(project)
            .or(() -> given(project).filter(text -> text.length() < SHIELDS_NAME_LIMIT))
            .map(List::of)
            .orElseGet(() -> LicenseClassifier.names(project.classifiers()));
    return names.isEmpty()
        ? new Content(LABEL, "missing", RED)
        : new Content(LABEL, String.join(", ", names), LicenseFamily.colorOfAny(names));
  }

  /**
   * pypip.in's rule: the free text if it has one line, else the last part of the first classifier.
   */
  private static Optional<String> name(Project project) {
    return expression(project)
        .or(
            () ->
                given(project)
                    .filter(text -> text.indexOf('\n') < 0 && text.length() <= NAME_LIMIT)
                    .filter(text -> !text.equalsIgnoreCase("UNKNOWN")))
        .or(
            () ->
                Classifiers.below(project.classifiers(), "License")
                    .findFirst()
                    .map(Classifiers::lastPart));
  }

  private static Optional<String> expression(Project project) {
    return project.licenseExpression().map(String::strip).filter(text -> !text.isEmpty());
  }

  private static Optional<String> given(Project project) {
    return project.license().map(String::strip).filter(text -> !text.isEmpty());
  }
}
