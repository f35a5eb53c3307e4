package dev.blazon.api.pypi;

import dev.blazon.upstream.JsonPart;
import java.util.Optional;

/**
 * Reads the {@code releases} of a PyPI document and keeps only the newest ones: the files of a
 * release that is older than an earlier one are skipped.
 */
final class ReleasesPart implements JsonPart {

  private record Candidate(Optional<Version> version, FilesPart files, String written) {
    boolean isOlderThan(Optional<Version> other, String otherWritten) {
      return VersionOrder.compare(version, written, other, otherWritten) < 0;
    }
  }

  /** Counts a skipped release if its array of files has an element. */
  private final JsonPart counted =
      new JsonPart() {
        private boolean counted;

        @Override
        public JsonPart part(String field) {
          if (!counted) {
            counted = true;
            count++;
          }
          return SKIPPED;
        }

        @Override
        public void end() {
          counted = false;
        }
      };

  private int count;
  private Optional<Candidate> newestFinal = Optional.empty();
  private Optional<Candidate> newestPrerelease = Optional.empty();
  private Optional<FilesPart> requested = Optional.empty();
  private Optional<String> requestedVersion = Optional.empty();

  /** Also keeps this release, if it has not been read yet. */
  void keep(String version) {
    requestedVersion = Optional.of(version);
  }

  @Override
  public JsonPart part(String version) {
    Optional<Version> parsed = Version.parse(version);
    boolean prerelease = parsed.isPresent() && parsed.get().isPrerelease();
    Optional<Candidate> newest = prerelease ? newestPrerelease : newestFinal;
    boolean isRequested = requestedVersion.isPresent() && requestedVersion.get().equals(version);
    boolean isNewest = newest.isEmpty() || newest.get().isOlderThan(parsed, version);
    if (!isRequested && !isNewest) {
      return counted;
    }
    FilesPart[] files = new FilesPart[1];
    files[0] =
        new FilesPart(version, () -> ended(files[0], parsed, version, isRequested, isNewest));
    return files[0];
  }

  private void ended(
      FilesPart files,
      Optional<Version> parsed,
      String version,
      boolean isRequested,
      boolean isNewest) {
    if (isRequested) {
      requested = Optional.of(files);
    }
    if (!files.hasFiles()) {
      return;
    }
    count++;
    if (isNewest && !files.isYanked()) {
      Optional<Candidate> candidate = Optional.of(new Candidate(parsed, files, version));
      if (parsed.isPresent() && parsed.get().isPrerelease()) {
        newestPrerelease = candidate;
      } else {
        newestFinal = candidate;
      }
    }
  }

  /** How many releases have files. */
  int count() {
    return count;
  }

  /** The requested release, even if it has no files. */
  Optional<Release> requested() {
    return requested.map(FilesPart::release);
  }

  /** The newest final release by {@link VersionOrder} that has files and is not yanked. */
  Optional<Release> newestFinal() {
    return newestFinal.map(candidate -> candidate.files().release());
  }

  /** The newest pre-release by PEP 440 that has files and is not yanked. */
  Optional<Release> newestPrerelease() {
    return newestPrerelease.map(candidate -> candidate.files().release());
  }
}
