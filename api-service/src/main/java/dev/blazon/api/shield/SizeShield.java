package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BLUE;

import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.ReleaseFile;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Shows the size of the shown release's largest wheel, or else of its source distribution. */
final class SizeShield implements ProjectShield {

  private static final String LABEL = "size";

  /** Decimal units, as on PyPI's own pages. */
  private static final String[] UNITS = {" B", " kB", " MB", " GB"};

  private static final double STEP = 1000;

  @Override
  public Description description() {
    return Description.of(
            "size", "Size", "How large the largest wheel is, else the source distribution.", LABEL)
        .asGeneric();
  }

  @Override
  public Content content(Project project, Wording wording) {
    OptionalLong wheel = largest(project, ReleaseFile::isWheel);
    OptionalLong size =
        wheel.isPresent() ? wheel : largest(project, ReleaseFile::isSourceDistribution);
    return size.isPresent()
        ? new Content(LABEL, text(size.getAsLong()), BLUE)
        : Content.unknown(LABEL);
  }

  /** The largest known size. Sizes are 0 if an index serves only HTML, which has none. */
  private static OptionalLong largest(Project project, Predicate<ReleaseFile> kind) {
    return project.files().stream()
        .filter(kind)
        .mapToLong(ReleaseFile::size)
        .filter(size -> size > 0)
        .max();
  }

  private static String text(long bytes) {
    double scaled = bytes;
    int unit = 0;
    while (scaled >= STEP && unit + 1 < UNITS.length) {
      scaled /= STEP;
      unit++;
    }
    return CountFormat.decimal(scaled, RoundingMode.HALF_UP) + UNITS[unit];
  }
}
