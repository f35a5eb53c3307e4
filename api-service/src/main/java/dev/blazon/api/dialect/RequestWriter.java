package dev.blazon.api.dialect;

import dev.blazon.api.lookup.CourseKey;
import dev.blazon.api.lookup.DownloadsKey;
import dev.blazon.api.lookup.ProjectKey;
import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.DownloadShield;
import dev.blazon.api.shield.PrereleaseShield;
import dev.blazon.api.shield.ProjectShield;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.TrendShield;
import dev.blazon.api.shield.Wording;
import dev.blazon.badge.Ascii;
import dev.blazon.badge.BadgeColor;
import dev.blazon.count.Filter;
import dev.blazon.project.ProjectName;
import java.util.Optional;

/** Builds requests from the shield and the project name of a URL, for all URLs of a dialect. */
final class RequestWriter {

  private static final int MAX_VERSION_LENGTH = 64;

  private final String dialect;
  private final Indexes indexes;

  RequestWriter(String dialect, Indexes indexes) {
    this.dialect = dialect;
    this.indexes = indexes;
  }

  /** A request about a project, or for a badge that says what is wrong with its name. */
  BadgeRequest about(
      Shield<?> shield, String name, Optional<String> version, BadgeOptions options) {
    WrittenName written = WrittenName.of(name);
    if (written.name().isEmpty()) {
      return problem(shield, written.problem(), options);
    }
    ProjectName project = written.name().get();
    return shield instanceof ProjectShield ofProject
        ? about(ofProject, project, version, options)
        : aboutDownloads(shield, project, options);
  }

  private BadgeRequest aboutDownloads(Shield<?> shield, ProjectName project, BadgeOptions options) {
    WrittenFilter written = WrittenFilter.of(options.query());
    if (written.filter().isEmpty()) {
      return problem(shield, written.problem(), options);
    }
    Filter filter = written.filter().get();
    return request(
        shield instanceof TrendShield trend
            ? new Subject.Facts<>(
                new CourseKey(trend.query(project, filter, options.wording())), trend)
            : about((DownloadShield) shield, project, filter, options.wording()),
        options);
  }

  private static Subject about(
      DownloadShield shield, ProjectName project, Filter filter, Wording wording) {
    DownloadsKey key = new DownloadsKey(shield.query(project, filter, wording));
    return new Subject.Facts<>(key, filter.equals(Filter.NONE) ? shield : shield.ofPart());
  }

  private BadgeRequest about(
      ProjectShield shield, ProjectName project, Optional<String> version, BadgeOptions options) {
    Parameters query = options.query();
    Optional<String> index = query.given("index");
    Optional<String> baseUrl = query.given("pypiBaseUrl");
    if (index.isPresent() && !indexes.has(index.get())) {
      return problem(shield, "invalid query parameter: index", options);
    }
    if (baseUrl.isPresent() && !indexes.hasUrl(baseUrl.get())) {
      return problem(shield, "invalid query parameter: pypiBaseUrl", options);
    }
    if (version.isPresent() && !isVersion(version.get())) {
      return problem(shield, "invalid version", options);
    }
    boolean prereleases = query.flag("prereleases") || query.flag("include_prereleases");
    ProjectKey key =
        new ProjectKey(project, index.or(() -> baseUrl.flatMap(indexes::nameOf)), version);
    return request(
        new Subject.Facts<>(key, prereleases ? new PrereleaseShield(shield) : shield), options);
  }

  /** A request that needs no look-up. */
  BadgeRequest saying(Content content, BadgeOptions options) {
    return request(new Subject.Words(content), options);
  }

  BadgeRequest request(Subject subject, BadgeOptions options) {
    return new BadgeRequest(
        dialect,
        subject,
        options.wording(),
        options.overrides(),
        options.format(),
        options.cacheSeconds());
  }

  private BadgeRequest problem(Shield<?> shield, String message, BadgeOptions options) {
    return saying(Content.error(shield.label(options.wording()), message, BadgeColor.RED), options);
  }

  /**
   * Accepts the characters of PEP 440 and of versions before it; no path can be built from them.
   */
  private static boolean isVersion(String text) {
    if (text.length() > MAX_VERSION_LENGTH || text.startsWith(".")) {
      return false;
    }
    return text.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || "._+!-".indexOf(c) >= 0);
  }
}
