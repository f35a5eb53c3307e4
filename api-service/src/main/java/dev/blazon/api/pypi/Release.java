package dev.blazon.api.pypi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One release of a project.
 *
 * @param version as PyPI writes it; not necessarily valid by PEP 440
 * @param uploaded when its first file was uploaded; empty if it has no files or the index does not
 *     say
 * @param yankedReason empty: not yanked (PEP 592); an empty text: yanked without a reason
 * @param requiresPython its {@code Requires-Python}, if any
 * @param files its files, in PyPI's order; often empty
 */
public record Release(
    String version,
    Optional<Instant> uploaded,
    Optional<String> yankedReason,
    Optional<String> requiresPython,
    List<ReleaseFile> files) {

  /** More files than any real release has; further ones are left out. */
  public static final int MAX_FILES = 2_000;

  public Release {
    files = List.copyOf(files);
  }

  public boolean isYanked() {
    return yankedReason.isPresent();
  }
}
