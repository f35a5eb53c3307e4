package dev.blazon.api.pypi;

import dev.blazon.project.ProjectName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The files that a simple index (PEP 503, PEP 691) lists for a project. The {@link Project} that is
 * built from them has versions, kinds of files, {@code Requires-Python} and what is yanked, but no
 * licence and no classifiers.
 */
final class SimplePage {

  /** More than any real project has; limits the memory that a hostile page can use. */
  private static final int MAX_FILES = 50_000;

  /**
   * One listed file.
   *
   * @param size in bytes; 0 if the index does not say
   */
  record Listed(
      String filename,
      long size,
      Optional<Instant> uploaded,
      Optional<String> requiresPython,
      Optional<String> yankedReason) {}

  private record Located(DistributionName name, Listed listed) {}

  private final ProjectName project;
  private final List<Listed> files = new ArrayList<>();
  private Optional<String> status = Optional.empty();

  SimplePage(ProjectName project) {
    this.project = project;
  }

  void add(Listed file) {
    if (files.size() < MAX_FILES) {
      files.add(file);
    }
  }

  /** Sets the project's status marker (PEP 792). */
  void status(Optional<String> marker) {
    status = marker;
  }

  /** The project, or empty if the page lists no file of it. */
  Optional<Project> project() {
    List<Release> releases = releases();
    Comparator<Release> byVersion =
        Comparator.comparing(Release::version, VersionOrder.OLDEST_FIRST);
    Predicate<Release> offered = release -> !release.isYanked();
    Optional<Release> newestPrerelease =
        releases.stream().filter(offered).filter(SimplePage::isPrerelease).max(byVersion);
    return releases.stream()
        .filter(offered)
        .filter(release -> !isPrerelease(release))
        .max(byVersion)
        .or(() -> newestPrerelease)
        .or(() -> releases.stream().max(byVersion))
        .map(
            shown ->
                project(
                    shown,
                    newestPrerelease.filter(newest -> byVersion.compare(newest, shown) > 0),
                    releases.size()));
  }

  /** The project with one version shown, or empty if the page lists no file of that version. */
  Optional<Project> project(String version) {
    List<Release> releases = releases();
    return releases.stream()
        .filter(release -> VersionOrder.OLDEST_FIRST.compare(release.version(), version) == 0)
        .findFirst()
        .map(shown -> project(shown, Optional.empty(), releases.size()));
  }

  private Project project(Release shown, Optional<Release> prerelease, int count) {
    return new Project(
        project.written(),
        shown,
        prerelease,
        count,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        status);
  }

  /**
   * Groups the files by version. The file names of one release may write its version differently.
   */
  private List<Release> releases() {
    Map<Object, List<Located>> byVersion = new LinkedHashMap<>();
    for (Listed file : files) {
      DistributionName.parse(file.filename(), project)
          .ifPresent(
              name ->
                  byVersion
                      .computeIfAbsent(key(name.version()), version -> new ArrayList<>())
                      .add(new Located(name, file)));
    }
    return byVersion.values().stream().map(SimplePage::release).toList();
  }

  private static Object key(String version) {
    return Version.parse(version).<Object>map(parsed -> parsed).orElse(version);
  }

  private static Release release(List<Located> files) {
    boolean yanked = files.stream().allMatch(file -> file.listed().yankedReason().isPresent());
    return new Release(
        files.get(0).name().version(),
        files.stream().flatMap(f -> f.listed().uploaded().stream()).min(Comparator.naturalOrder()),
        yanked ? files.get(0).listed().yankedReason() : Optional.empty(),
        files.stream().flatMap(f -> f.listed().requiresPython().stream()).findFirst(),
        files.stream()
            .limit(Release.MAX_FILES)
            .map(
                file ->
                    new ReleaseFile(
                        file.name().packageType(), file.listed().filename(), file.listed().size()))
            .toList());
  }

  private static boolean isPrerelease(Release release) {
    return Version.parse(release.version()).filter(Version::isPrerelease).isPresent();
  }
}
