package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BLUE;
import static dev.blazon.badge.BadgeColor.YELLOW;

import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.ReleaseFile;
import java.util.List;

/** Shows the binary interfaces of Python that the wheels of the shown release are built for. */
final class AbiShield implements ProjectShield {

  private static final String LABEL = "abi";

  @Override
  public Description description() {
    return Description.of(
            "abi",
            "ABI",
            "Which binary interfaces the wheels are built for: none, abi3 (PEP 384),"
                + " free-threaded (PEP 703), or those of single versions.",
            LABEL)
        .asGeneric();
  }

  @Override
  public Content content(Project project, Wording wording) {
    List<String> kinds =
        WheelTags.of(project).stream()
            .flatMap(WheelTags::abis)
            .map(AbiShield::kind)
            .distinct()
            .sorted()
            .toList();
    if (!kinds.isEmpty()) {
      return new Content(LABEL, String.join(" | ", kinds), BLUE);
    }
    return project.files().stream().anyMatch(ReleaseFile::isSourceDistribution)
        ? new Content(LABEL, "source only", YELLOW)
        : Content.unknown(LABEL);
  }

  /**
   * The kind of an ABI tag. {@code cp313t} is free-threaded CPython; only such tags end with {@code
   * t}.
   */
  private static String kind(String abi) {
    if (abi.equals("none") || abi.equals("abi3")) {
      return abi;
    }
    if (abi.equals("abi3t") || (abi.startsWith("cp") && abi.endsWith("t"))) {
      return "free-threaded";
    }
    if (abi.startsWith("cp")) {
      return "cpython";
    }
    if (abi.startsWith("pypy") || abi.startsWith("pp")) {
      return "pypy";
    }
    return abi.startsWith("graalpy") ? "graalpy" : abi;
  }
}
