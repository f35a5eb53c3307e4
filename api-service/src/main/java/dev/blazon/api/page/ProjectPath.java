package dev.blazon.api.page;

/** The addresses of the pages about projects. */
final class ProjectPath {

  private ProjectPath() {}

  /**
   * The page about a project.
   *
   * @param name a possible name, so that there is nothing to encode
   */
  static String of(String name) {
    return "/project/" + name;
  }
}
