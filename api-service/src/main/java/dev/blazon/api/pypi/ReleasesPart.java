package dev.blazon.api.pypi;

import dev.blazon.upstream.JsonPart;
import java.util.Optional;

/**
 * The {@code releases} of a PyPI document, of which only the newest are kept: the files of a
 * release that is older than one seen before are skipped unread.
 */
final class ReleasesPart implements JsonPart {

  private record Candidate(Optional<Version> version, FilesPart files, String written) {
    boolean isOlderThan(Optional<Version> other, String otherWritten) {
      return VersionOrder.compare(version, written, other, otherWritten) < 0;
    }
  }

  /** Counts a release that is skipped otherwise: it has files when its array has an element. */
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
  private Optional<FilesPart> wanted = Optional.empty();
  private Optional<String> wantedVersion = Optional.empty();

  /** Keeps this release too, if it is not yet read. */
  void want(String version) {
    wantedVersion = Optional.of(version);
  }

  @Override
  public JsonPart part(String version) {
    Optional<Version> parsed = Version.parse(version);
    boolean prerelease = parsed.isPresent() && parsed.get().isPrerelease();
    Optional<Candidate> newest = prerelease ? newestPrerelease : newestFinal;
    boolean isWanted = wantedVersion.isPresent() && wantedVersion.get().equals(version);
    boolean isNewest = newest.isEmpty() || newest.get().isOlderThan(parsed, version);
    if (!isWanted && !isNewest) {
      return counted;
    }
    FilesPart[] files = new FilesPart[1];
    files[0] = new FilesPart(version, () -> ended(files[0], parsed, version, isWanted, isNewest));
    return files[0];
  }

  private void ended(
      FilesPart files,
      Optional<Version> parsed,
      String version,
      boolean isWanted,
      boolean isNewest) {
    if (isWanted) {
      wanted = Optional.of(files);
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

  /** The wanted release, also when it has no files. */
  Optional<Release> wanted() {
    return wanted.map(FilesPart::release);
  }

  /** The newest final release by PEP 440 that has files and is not yanked. */
  Optional<Release> newestFinal() {
    return newestFinal.map(candidate -> candidate.files().release());
  }

  /** The newest pre-release that has files and is not yanked. */
  Optional<Release> newestPrerelease() {
    return newestPrerelease.map(candidate -> candidate.files().release());
  }
}
