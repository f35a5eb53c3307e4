package dev.blazon.api.shield;

import dev.blazon.api.pypi.Project;

/** A shield that shows facts about a project. */
public non-sealed interface ProjectShield extends Shield<Project> {

  @Override
  default String notFound(Wording wording) {
    return wording == Wording.SHIELDS_IO ? "package or version not found" : "not found";
  }
}
