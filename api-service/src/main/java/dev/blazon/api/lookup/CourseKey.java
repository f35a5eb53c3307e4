package dev.blazon.api.lookup;

import dev.blazon.count.TotalQuery;
import dev.blazon.count.WeeklyCourse;
import dev.blazon.project.ProjectName;
import java.util.Optional;

/**
 * The key of a number of downloads and of how it went in the weeks before. The answer is missing or
 * failed when that of {@link DownloadsKey} is.
 */
public record CourseKey(TotalQuery query) implements FactKey<WeeklyCourse> {

  @Override
  public String cacheKey() {
    return "course of " + total().cacheKey();
  }

  @Override
  public Optional<ProjectName> project() {
    return Optional.of(query.project());
  }

  /** The key of the number alone. */
  DownloadsKey total() {
    return new DownloadsKey(query);
  }
}
