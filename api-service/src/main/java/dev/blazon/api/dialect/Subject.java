package dev.blazon.api.dialect;

import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.Shield;
import dev.blazon.project.ProjectName;
import java.util.Optional;

/** What must be looked up before a badge can be written, and the shield that will write it. */
public sealed interface Subject {

  /** The shield that will write the badge, when one does. */
  default Optional<Shield> writer() {
    return Optional.empty();
  }

  /** Whether a picture of this depends on no project, and is worth keeping on disk. */
  default boolean isGeneric(Content content) {
    return writer().filter(shield -> shield.isGeneric(content)).isPresent();
  }

  /**
   * A project's facts.
   *
   * @param index the name of the index to ask; empty: the usual one
   * @param version one exact release; empty: the one that people should install
   * @param prereleases whether the newest pre-release may be shown
   */
  record OfProject(
      Shield.OfProject shield,
      ProjectName project,
      Optional<String> index,
      Optional<String> version,
      boolean prereleases)
      implements Subject {

    @Override
    public Optional<Shield> writer() {
      return Optional.of(shield);
    }
  }

  /** A project's recent download counts. */
  record OfDownloads(Shield.OfDownloads shield, ProjectName project) implements Subject {

    @Override
    public Optional<Shield> writer() {
      return Optional.of(shield);
    }
  }

  /** A project's all-time download count. */
  record OfTotalDownloads(Shield.OfTotalDownloads shield, ProjectName project) implements Subject {

    @Override
    public Optional<Shield> writer() {
      return Optional.of(shield);
    }
  }

  /** Somebody's endpoint-badge document, at an address that is yet to be judged. */
  record OfEndpoint(String url) implements Subject {}

  /**
   * Nothing: the URL says it all, a static badge or an honest word about a URL that asks for
   * nothing sensible.
   */
  record OfUrl(Content content) implements Subject {}
}
