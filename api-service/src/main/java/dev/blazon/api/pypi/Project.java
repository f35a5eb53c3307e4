package dev.blazon.api.pypi;

import java.util.List;
import java.util.Optional;

/**
 * The facts about a project that shields show, translated from an index's document. Compact enough
 * to cache hundreds of thousands.
 *
 * @param name as the index writes it
 * @param release the release that is shown: the one that the index puts first, or if that is
 *     yanked, the newest final release by PEP 440 that is not
 * @param prerelease the newest pre-release by PEP 440, if it is newer than {@code release}
 * @param releaseCount how many releases have files
 * @param license the free-text licence of the shown release
 * @param licenseExpression its SPDX expression (PEP 639)
 * @param classifiers its trove classifiers, in the document's order
 * @param dependencies how many distributions it requires, not counting those of extras; empty if
 *     the index does not say
 * @param extras how many extras it offers
 * @param vulnerabilities ids of the known vulnerabilities of the shown release that are not
 *     withdrawn; empty if the index does not say
 * @param maintainers how many accounts own or maintain it; empty if the index does not say
 * @param status the project's status marker (PEP 792): {@code active}, {@code archived}, {@code
 *     quarantined}, {@code deprecated}
 * @param about what it says about itself
 */
public record Project(
    String name,
    Release release,
    Optional<Release> prerelease,
    int releaseCount,
    Optional<String> license,
    Optional<String> licenseExpression,
    List<String> classifiers,
    Optional<Integer> dependencies,
    int extras,
    Optional<List<String>> vulnerabilities,
    Optional<Integer> maintainers,
    Optional<String> status,
    About about) {

  /** More classifiers than any real project has; further ones are left out. */
  public static final int MAX_CLASSIFIERS = 500;

  /** More vulnerabilities than any real release has; further ones are left out. */
  public static final int MAX_VULNERABILITIES = 1_000;

  public Project {
    classifiers = List.copyOf(classifiers);
    vulnerabilities = vulnerabilities.map(List::copyOf);
  }

  /** A project of an index that says nothing about it beside its files. */
  public Project(
      String name,
      Release release,
      Optional<Release> prerelease,
      int releaseCount,
      Optional<String> license,
      Optional<String> licenseExpression,
      List<String> classifiers,
      Optional<Integer> dependencies,
      int extras,
      Optional<List<String>> vulnerabilities,
      Optional<Integer> maintainers,
      Optional<String> status) {
    this(
        name,
        release,
        prerelease,
        releaseCount,
        license,
        licenseExpression,
        classifiers,
        dependencies,
        extras,
        vulnerabilities,
        maintainers,
        status,
        About.NONE);
  }

  /** A copy that says this about itself. */
  public Project with(About other) {
    return new Project(
        name,
        release,
        prerelease,
        releaseCount,
        license,
        licenseExpression,
        classifiers,
        dependencies,
        extras,
        vulnerabilities,
        maintainers,
        status,
        other);
  }

  /** The shown release's version. */
  public String version() {
    return release.version();
  }

  /** The shown release's files. */
  public List<ReleaseFile> files() {
    return release.files();
  }

  /** A copy that shows the newest pre-release, if there is one. */
  public Project withPrereleases() {
    return prerelease
        .map(
            newest ->
                new Project(
                    name,
                    newest,
                    Optional.empty(),
                    releaseCount,
                    license,
                    licenseExpression,
                    classifiers,
                    dependencies,
                    extras,
                    vulnerabilities,
                    maintainers,
                    status,
                    about))
        .orElse(this);
  }
}
