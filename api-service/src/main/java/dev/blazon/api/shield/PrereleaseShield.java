package dev.blazon.api.shield;

import dev.blazon.api.pypi.Project;

/**
 * A shield that applies another one to the newest release, even if that is a pre-release.
 *
 * @param shield the other shield
 */
public record PrereleaseShield(ProjectShield shield) implements ProjectShield {

  @Override
  public Description description() {
    return shield.description();
  }

  @Override
  public Content content(Project project, Wording wording) {
    return shield.content(project.withPrereleases(), wording);
  }

  @Override
  public boolean isGeneric(Content content) {
    return shield.isGeneric(content);
  }

  @Override
  public String label(Wording wording) {
    return shield.label(wording);
  }
}
