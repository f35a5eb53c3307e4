package dev.blazon.api.lookup;

import dev.blazon.project.ProjectName;
import java.util.Optional;

/**
 * The key of a project's all-time download count. The look-up fails with {@link
 * Answer.Reason#NOT_CONFIGURED} when the operator has set no API key.
 */
public record TotalDownloadsKey(ProjectName name) implements FactKey<Long> {

  @Override
  public String cacheKey() {
    return "total:" + name.normalized();
  }

  @Override
  public Optional<ProjectName> project() {
    return Optional.of(name);
  }
}
