package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BRIGHTGREEN;

import dev.blazon.api.pypi.Project;
import dev.blazon.badge.BadgeColor;
import java.util.regex.Pattern;

/** Shows the version of the release that installers choose by default. */
final class VersionShield implements ProjectShield {

  private static final String LABEL = "pypi";

  /** shields.io takes these for commit hashes and writes no {@code v} before them. */
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{7,40}");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern BADGEN_UNSTABLE =
      Pattern.compile("\\b(?:alpha|beta|canary|rc|dev)\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public Description description() {
    return Description.of(
            "version",
            "Version",
            "The newest version that is not yanked, as the index chooses it.",
            LABEL)
        .with("text", "The label.", "pypi", "version")
        .with("version", "One exact release; latest: the usual one.")
        .with("prereleases", "Lets the newest pre-release be shown.");
  }

  /** badge.fury.io's label and colour are from memory; no public source confirms them. */
  @Override
  public String label(Wording wording) {
    return wording == Wording.BADGE_FURY ? "pypi package" : LABEL;
  }

  @Override
  public Content content(Project project, Wording wording) {
    String version = project.version();
    String label = label(wording);
    if (version.isBlank()) {
      return Content.unknown(label);
    }
    return switch (wording) {
      case SHIELDS_IO -> new Content(label, shieldsText(version), VersionColor.of(version));
      case BADGEN_NET -> new Content(label, badgenText(version), badgenColor(version));
      default -> new Content(label, version, BRIGHTGREEN);
    };
  }

  static String shieldsText(String version) {
    char first = version.charAt(0);
    boolean bare =
        first < '0'
            || first > '9'
            || DATE.matcher(version).find()
            || HASH.matcher(version).matches();
    return bare ? version : "v" + version;
  }

  private static String badgenText(String version) {
    return Character.isLetter(version.charAt(0)) ? version : "v" + version;
  }

  private static BadgeColor badgenColor(String version) {
    if (BADGEN_UNSTABLE.matcher(version).find()) {
      return BadgenColors.CYAN;
    }
    return version.startsWith("0.") ? BadgenColors.ORANGE : BadgenColors.BLUE;
  }
}
