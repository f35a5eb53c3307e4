package dev.blazon.api.lookup;

import dev.blazon.project.ProjectName;
import java.util.Optional;

/**
 * The key of one thing that can be looked up. Its type decides where the facts come from and how
 * they are cached ({@link FactKind}).
 *
 * @param <T> the type of the facts
 */
public sealed interface FactKey<T> permits ProjectKey, DownloadsKey, CourseKey, DocumentKey {

  /** The key in every cache. Two keys with the same text must mean the same document. */
  String cacheKey();

  /** The project that the facts are about; empty if they are not about a project. */
  default Optional<ProjectName> project() {
    return Optional.empty();
  }
}
