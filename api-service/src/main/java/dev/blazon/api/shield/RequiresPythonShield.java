package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BLUE;

import dev.blazon.api.pypi.Project;

/** Shows the {@code Requires-Python} of the shown release, unchanged. */
final class RequiresPythonShield implements ProjectShield {

  private static final String LABEL = "python";

  @Override
  public Description description() {
    return Description.of(
            "requires-python",
            "Required Python",
            "What Python the release requires, as its metadata says (PEP 345).",
            LABEL)
        .asGeneric();
  }

  @Override
  public Content content(Project project, Wording wording) {
    return project
        .release()
        .requiresPython()
        .map(String::strip)
        .filter(required -> !required.isEmpty())
        .map(required -> new Content(LABEL, required, BLUE))
        .orElseGet(() -> Content.unknown(LABEL));
  }
}
