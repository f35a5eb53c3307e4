package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BRIGHTGREEN;
import static dev.blazon.badge.BadgeColor.RED;

import dev.blazon.api.pypi.Project;
import java.util.List;

/** Shows how many known vulnerabilities the index lists for the shown release. */
final class VulnerabilitiesShield implements ProjectShield {

  private static final String LABEL = "vulnerabilities";

  @Override
  public Description description() {
    return Description.of(
            "vulnerabilities",
            "Vulnerabilities",
            "How many known vulnerabilities the release has, by the index's own list.",
            LABEL)
        .asGeneric();
  }

  @Override
  public Content content(Project project, Wording wording) {
    return project
        .vulnerabilities()
        .map(List::size)
        .map(VulnerabilitiesShield::counted)
        .orElseGet(() -> Content.unknown(LABEL));
  }

  private static Content counted(int count) {
    return count == 0
        ? new Content(LABEL, "none known", BRIGHTGREEN)
        : new Content(LABEL, Integer.toString(count), RED);
  }
}
