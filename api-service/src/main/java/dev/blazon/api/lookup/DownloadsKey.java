package dev.blazon.api.lookup;

import dev.blazon.api.downloads.DownloadCounts;
import dev.blazon.project.ProjectName;
import java.util.Optional;

/**
 * The key of a project's recent download counts. The answer is {@link Answer.Missing} also when a
 * project is too new to have any.
 */
public record DownloadsKey(ProjectName name) implements FactKey<DownloadCounts> {

  @Override
  public String cacheKey() {
    return "downloads:" + name.normalized();
  }

  @Override
  public Optional<ProjectName> project() {
    return Optional.of(name);
  }
}
