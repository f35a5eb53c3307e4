package dev.blazon.api.pypi;

import dev.blazon.project.ProjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kind and version in a distribution's file name, for indexes that list only file names.
 * Follows the specifications of the binary and source distribution formats and older conventions.
 *
 * @param packageType PyPI's word for the kind, for example {@code bdist_wheel}
 */
record DistributionName(String packageType, String version) {

  private static final List<String> SOURCE_ENDINGS =
      List.of(".tar.gz", ".zip", ".tar.bz2", ".tgz", ".tar.xz", ".tar.z", ".tar");

  /** Parses a file name; empty if it is not a distribution of this project. */
  static Optional<DistributionName> parse(String filename, ProjectName project) {
    String lower = filename.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".whl")) {
      return built(filename, ".whl", "bdist_wheel", project);
    }
    if (lower.endsWith(".egg")) {
      return built(filename, ".egg", "bdist_egg", project);
    }
    if (lower.endsWith(".exe")) {
      return afterName(withoutEnding(filename, ".exe"), project)
          .map(rest -> new DistributionName("bdist_wininst", before(rest, ".win")));
    }
    return SOURCE_ENDINGS.stream()
        .filter(lower::endsWith)
        .findFirst()
        .flatMap(ending -> afterName(withoutEnding(filename, ending), project))
        .map(version -> new DistributionName("sdist", version));
  }

  /** Parses {@code name-version-tags}, of which no part contains a hyphen. */
  private static Optional<DistributionName> built(
      String filename, String ending, String packageType, ProjectName project) {
    return afterName(withoutEnding(filename, ending), project)
        .map(rest -> new DistributionName(packageType, before(rest, "-")));
  }

  /** The text after the project's name and one hyphen. The name itself may contain hyphens. */
  private static Optional<String> afterName(String stem, ProjectName project) {
    for (int i = stem.indexOf('-'); i > 0; i = stem.indexOf('-', i + 1)) {
      boolean isName =
          ProjectName.parse(stem.substring(0, i))
              .filter(name -> name.normalized().equals(project.normalized()))
              .isPresent();
      if (isName && i + 1 < stem.length()) {
        return Optional.of(stem.substring(i + 1));
      }
    }
    return Optional.empty();
  }

  private static String withoutEnding(String filename, String ending) {
    return filename.substring(0, filename.length() - ending.length());
  }

  private static String before(String text, String separator) {
    int at = text.indexOf(separator);
    return at < 0 ? text : text.substring(0, at);
  }
}
