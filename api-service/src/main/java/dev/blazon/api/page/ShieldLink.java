package dev.blazon.api.page;

import dev.blazon.project.ProjectName;

/** The paths of a project's badges and the targets of their links. */
final class ShieldLink {

  private ShieldLink() {}

  /** The path of a badge. */
  static String path(String shieldId, ProjectName project, String format) {
    return "/" + shieldId + "/" + project.written() + "/badge." + format;
  }

  /** The project's page on PyPI, where a badge leads by default. */
  static String pypi(ProjectName project) {
    return "https://pypi.org/project/" + project.written() + "/";
  }
}
