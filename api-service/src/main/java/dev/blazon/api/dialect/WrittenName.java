package dev.blazon.api.dialect;

import dev.blazon.project.ProjectName;
import java.util.Optional;
import java.util.Set;

/**
 * A project name as written in a URL, checked without a look-up.
 *
 * @param name the name, if it is valid
 * @param problem what is wrong with it, short enough for a badge; empty if the name is valid
 */
record WrittenName(Optional<ProjectName> name, String problem) {

  /** Placeholders of templates, found in real READMEs. PEP 508 allows them as names. */
  private static final Set<String> PLACEHOLDERS =
      Set.of("PYPI_PKG_NAME", "YOUR_PACKAGE_NAME", "PACKAGE_NAME", "PROJECT_NAME");

  private static final String TEMPLATE_CHARACTERS = "{}<>$[]";

  static WrittenName of(String written) {
    String text = written.strip();
    if (text.isEmpty()) {
      return new WrittenName(Optional.empty(), "project name missing");
    }
    if (isTemplate(text)) {
      return new WrittenName(Optional.empty(), "project name not filled in");
    }
    Optional<ProjectName> name = ProjectName.parse(text);
    return new WrittenName(name, name.isPresent() ? "" : "invalid project name");
  }

  private static boolean isTemplate(String text) {
    if (PLACEHOLDERS.contains(text)) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      if (TEMPLATE_CHARACTERS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
