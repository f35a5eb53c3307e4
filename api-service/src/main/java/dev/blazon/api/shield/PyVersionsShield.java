package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BLUE;
import static dev.blazon.badge.BadgeColor.RED;

import dev.blazon.api.pypi.Project;
import dev.blazon.badge.BadgeColor;
import java.util.List;
import java.util.Optional;

/**
 * Shows the Python versions that the shown release supports, by its classifiers; if they name none,
 * its {@code Requires-Python}.
 */
final class PyVersionsShield implements ProjectShield {

  private static final String LABEL = "python";
  private static final String PYTHON = "Programming Language :: Python";
  private static final String ONLY = " :: Only";

  @Override
  public Description description() {
    return Description.of(
            "py_versions",
            "Python versions",
            "The Python versions the release supports, by its classifiers, else what it requires.",
            LABEL)
        .asGeneric();
  }

  @Override
  public Content content(Project project, Wording wording) {
    String versions =
        wording == Wording.PYPIP_IN
            ? String.join(", ", minors(project.classifiers()))
            : String.join(" | ", versions(project.classifiers()));
    if (!versions.isEmpty()) {
      return new Content(LABEL, versions, blue(wording));
    }
    Optional<String> required = project.release().requiresPython().filter(text -> !text.isBlank());
    if (required.isPresent()) {
      return new Content(LABEL, required.get().strip(), blue(wording));
    }
    return switch (wording) {
      case SHIELDS_IO -> new Content(LABEL, "missing", RED);
      case BADGEN_NET -> new Content(LABEL, "unknown", BadgenColors.GREY);
      default -> Content.unknown(LABEL);
    };
  }

  private static BadgeColor blue(Wording wording) {
    return wording == Wording.BADGEN_NET ? BadgenColors.BLUE : BLUE;
  }

  /** pypip.in's choice: versions with a minor number, or else the bare major ones. */
  private static List<String> minors(List<String> classifiers) {
    List<String> versions = versions(classifiers);
    List<String> minors = versions.stream().filter(version -> version.contains(".")).toList();
    return minors.isEmpty() ? versions : minors;
  }

  /**
   * Omits a bare major version if its minor versions are listed. {@code 3 :: Only} counts only if
   * there is nothing else.
   */
  private static List<String> versions(List<String> classifiers) {
    List<String> all =
        Classifiers.below(classifiers, PYTHON).filter(Classifiers::isNumeric).distinct().toList();
    if (all.isEmpty()) {
      return Classifiers.below(classifiers, PYTHON)
          .filter(rest -> rest.endsWith(ONLY))
          .map(rest -> rest.substring(0, rest.length() - ONLY.length()))
          .filter(Classifiers::isNumeric)
          .distinct()
          .sorted(NumericOrder.INSTANCE)
          .toList();
    }
    return all.stream()
        .filter(
            version ->
                version.contains(".")
                    || all.stream().noneMatch(other -> other.startsWith(version + ".")))
        .sorted(NumericOrder.INSTANCE)
        .toList();
  }
}
