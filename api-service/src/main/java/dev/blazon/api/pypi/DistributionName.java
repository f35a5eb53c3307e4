package dev.blazon.api.pypi;

import dev.blazon.project.ProjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A distribution's file name taken apart, for indexes that tell no more than that: kind and
 * version, by the binary and source distribution formats' specifications and by older habit.
 *
 * @param packageType PyPI's word for its kind
 */
record DistributionName(String packageType, String version) {

  private static final List<String> SOURCE_ENDINGS =
      List.of(".tar.gz", ".zip", ".tar.bz2", ".tgz", ".tar.xz", ".tar.z", ".tar");

  /** Reads a file name; empty when it is no distribution of this project. */
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

  /** {@code name-version-tags}: no part has a hyphen in it. */
  private static Optional<DistributionName> built(
      String filename, String ending, String packageType, ProjectName project) {
    return afterName(withoutEnding(filename, ending), project)
        .map(rest -> new DistributionName(packageType, before(rest, "-")));
  }

  /** What follows the project's name, which may have hyphens in it, and one more hyphen. */
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
