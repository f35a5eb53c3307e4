package dev.blazon.api.lookup;

import dev.blazon.api.pypi.Index;
import dev.blazon.api.pypi.Project;
import dev.blazon.project.ProjectName;
import java.util.Optional;

/**
 * A project's facts.
 *
 * @param name the project
 * @param index the name of one of the operator's indexes; empty: the usual one. An unknown name is
 *     answered with {@link Answer.Reason#NOT_CONFIGURED}
 * @param version one exact release; empty: the one that people should install. An unknown one is
 *     {@link Answer.Missing}
 */
public record ProjectKey(ProjectName name, Optional<String> index, Optional<String> version)
    implements FactKey<Project> {

  /** The release that people should install, at the usual index. */
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
