package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BLUE;
import static dev.blazon.badge.BadgeColor.YELLOW;

import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.ReleaseFile;
import java.util.List;

/** Shows the platforms that the shown release has wheels for. */
final class PlatformsShield implements ProjectShield {

  private static final String LABEL = "platforms";

  /** The platforms, in the order in which they are shown. */
  private enum Platform {
    ANY("any", "any"),
    MANYLINUX("manylinux", "manylinux"),
    MUSLLINUX("musllinux", "musllinux"),
    LINUX("linux_", "Linux"),
    MACOS("macosx", "macOS"),
    WINDOWS("win", "Windows"),
    ANDROID("android", "Android"),
    IOS("ios", "iOS"),
    PYODIDE("pyodide", "Pyodide"),
    EMSCRIPTEN("emscripten", "Emscripten");

    private final String prefix;
    private final String title;

    Platform(String prefix, String title) {
      this.prefix = prefix;
      this.title = title;
    }
  }

  @Override
  public Description description() {
    return Description.of(
            "platforms", "Platforms", "The platforms the release has wheels for (PEP 425).", LABEL)
        .asGeneric();
  }

  @Override
  public Content content(Project project, Wording wording) {
    List<String> tags =
        WheelTags.of(project).stream().flatMap(WheelTags::platforms).distinct().toList();
    List<String> titles =
        List.of(Platform.values()).stream()
            .filter(platform -> tags.stream().anyMatch(tag -> tag.startsWith(platform.prefix)))
            .map(platform -> platform.title)
            .toList();
    if (!titles.isEmpty()) {
      return new Content(LABEL, String.join(" | ", titles), BLUE);
    }
    return project.files().stream().anyMatch(ReleaseFile::isSourceDistribution)
        ? new Content(LABEL, "source only", YELLOW)
        : Content.unknown(LABEL);
  }
}
