package dev.blazon.api.lookup;

import dev.blazon.api.pypi.Index;
import dev.blazon.api.pypi.Project;
import dev.blazon.project.ProjectName;
import java.util.Optional;

/**
 * The key of a project's facts.
 *
 * @param name the project
 * @param index the name of one of the operator's indexes; empty: the default index. An unknown name
 *     fails with {@link Answer.Reason#NOT_CONFIGURED}
 * @param version one exact release; empty: the latest one that should be installed. The answer for
 *     an unknown release is {@link Answer.Missing}
 */
public record ProjectKey(ProjectName name, Optional<String> index, Optional<String> version)
    implements FactKey<Project> {

  /** The key of the latest release that should be installed, at the default index. */
  public static ProjectKey of(ProjectName name) {
    return new ProjectKey(name, Optional.empty(), Optional.empty());
  }

  @Override
  public String cacheKey() {
    String release = version.map(text -> ":" + text).orElse("");
    return "project:" + index.orElse(Index.USUAL) + ":" + name.normalized() + release;
  }

  @Override
  public Optional<ProjectName> project() {
    return Optional.of(name);
  }
}
