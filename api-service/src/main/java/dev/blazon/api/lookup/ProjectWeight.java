package dev.blazon.api.lookup;

import dev.blazon.api.pypi.About;
import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.Release;
import dev.blazon.api.pypi.ReleaseFile;
import java.util.List;

/** Estimates how many bytes of memory a project takes. */
final class ProjectWeight {

  /** The objects of a project and its release, without their texts and lists. */
  private static final int FIXED = 400;

  /** The two objects of a string, and a reference to it. */
  private static final int STRING = 60;

  private ProjectWeight() {}

  static int bytes(Project project) {
    return FIXED
        + bytes(project.release())
        + project.prerelease().map(ProjectWeight::bytes).orElse(0)
        + project.license().map(String::length).orElse(0)
        + bytes(project.classifiers())
        + bytes(project.about())
        + project.vulnerabilities().map(ProjectWeight::bytes).orElse(0);
  }

  private static int bytes(About about) {
    int bytes =
        about.summary().map(String::length).orElse(0)
            + about.author().map(String::length).orElse(0)
            + about.maintainer().map(String::length).orElse(0);
    for (About.Link link : about.links()) {
      bytes += 2 * STRING + link.name().length() + link.address().length();
    }
    return bytes;
  }

  private static int bytes(Release release) {
    int bytes = 100;
    for (ReleaseFile file : release.files()) {
      bytes += 2 * STRING + file.filename().length() + file.packageType().length();
    }
    return bytes;
  }

  private static int bytes(List<String> texts) {
    int bytes = 0;
    for (String text : texts) {
      bytes += STRING + text.length();
    }
    return bytes;
  }
}
