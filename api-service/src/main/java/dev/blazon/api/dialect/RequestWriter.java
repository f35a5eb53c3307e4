package dev.blazon.api.dialect;

import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.Wording;
import dev.blazon.badge.BadgeColor;
import java.util.Optional;
import java.util.OptionalLong;

/** What all URLs of a dialect have in common: from a shield and a name to a request. */
final class RequestWriter {

  private static final int MAX_VERSION_LENGTH = 64;

  private final String dialect;
  private final Indexes indexes;

  RequestWriter(String dialect, Indexes indexes) {
    this.dialect = dialect;
    this.indexes = indexes;
  }

  /** One badge as it is asked for: everything but what it is about. */
  record Asked(
      Parameters query,
      AnswerFormat format,
      Wording wording,
      Overrides overrides,
      OptionalLong cacheSeconds) {

    static Asked in(Wording wording, BadgePath path, Parameters query) {
      return new Asked(
          query,
          path.format(),
          wording,
          GlobalParameters.overrides(query),
          GlobalParameters.cacheSeconds(query));
    }

    Asked with(Overrides other) {
      return new Asked(query, format, wording, other, cacheSeconds);
    }
  }

  /** A request about a project, or for an honest word about what stands in its place. */
  BadgeRequest about(Shield shield, String name, Optional<String> version, Asked asked) {
    WrittenName written = WrittenName.of(name);
    if (written.name().isEmpty()) {
      return problem(shield, written.problem(), asked);
    }
    if (shield instanceof Shield.OfDownloads downloads) {
      return request(new Subject.OfDownloads(downloads, written.name().get()), asked);
    }
    if (shield instanceof Shield.OfTotalDownloads total) {
      return request(new Subject.OfTotalDownloads(total, written.name().get()), asked);
    }
    Optional<String> index = asked.query().given("index");
    Optional<String> baseUrl = asked.query().given("pypiBaseUrl");
    if (index.isPresent() && !indexes.has(index.get())) {
      return problem(shield, "invalid query parameter: index", asked);
    }
    if (baseUrl.isPresent() && !indexes.hasUrl(baseUrl.get())) {
      return problem(shield, "invalid query parameter: pypiBaseUrl", asked);
    }
    if (version.isPresent() && !isVersion(version.get())) {
      return problem(shield, "invalid version", asked);
    }
    boolean prereleases =
        asked.query().flag("prereleases") || asked.query().flag("include_prereleases");
    return request(
        new Subject.OfProject(
            (Shield.OfProject) shield,
            written.name().get(),
            index.or(() -> baseUrl.flatMap(indexes::nameOf)),
            version,
            prereleases),
        asked);
  }

  /** A request that needs nothing looked up. */
  BadgeRequest saying(Content content, Asked asked) {
    return request(new Subject.OfUrl(content), asked);
  }

  BadgeRequest request(Subject subject, Asked asked) {
    return new BadgeRequest(
        dialect, subject, asked.wording(), asked.overrides(), asked.format(), asked.cacheSeconds());
  }

  private BadgeRequest problem(Shield shield, String message, Asked asked) {
    return saying(Content.error(shield.label(asked.wording()), message, BadgeColor.RED), asked);
  }

  /** The characters of PEP 440 and of what was allowed before it; no path can be made of them. */
  private static boolean isVersion(String text) {
    if (text.length() > MAX_VERSION_LENGTH || text.startsWith(".")) {
      return false;
    }
    return text.chars()
        .allMatch(
            c ->
                (c >= '0' && c <= '9')
                    || (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || "._+!-".indexOf(c) >= 0);
  }
}
