package dev.blazon.api.pypi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A version by PEP 440, parsed by the lenient grammar of the PEP's appendix B and ordered by its
 * rules. Equal versions may be written differently: {@code 1.0} equals {@code v1.0.0}. Numbers may
 * be of any length. Immutable.
 */
public final class Version implements Comparable<Version> {

  /** The kind of pre-release segment, in the PEP's order. */
  enum Phase {
    /** A development release of a final version, which comes before all its pre-releases. */
    DEVELOPMENT_ONLY,
    ALPHA,
    BETA,
    CANDIDATE,
    NONE
  }

  /**
   * A number that is not there. Numbers are stored as digits without leading zeros, of any length.
   */
  private static final String ABSENT = "";

  private final String epoch;
  private final List<String> release;
  private final Phase phase;
  private final String pre;
  private final String post;
  private final String dev;
  private final List<String> local;

  Version(VersionScanner.Parts parts) {
    epoch = parts.epoch();
    release = withoutTrailingZeros(parts.release());
    pre = parts.pre();
    post = parts.post();
    dev = parts.dev();
    local = parts.local();
    boolean developmentOnly =
        parts.phase() == Phase.NONE && !dev.equals(ABSENT) && post.equals(ABSENT);
    phase = developmentOnly ? Phase.DEVELOPMENT_ONLY : parts.phase();
  }

  /** Parses a version, or returns empty if the text is not one by PEP 440. */
  public static Optional<Version> parse(String text) {
    return new VersionScanner(text.strip().toLowerCase(Locale.ROOT)).scan().map(Version::new);
  }

  /**
   * Whether this is an alpha, beta, candidate or development release, which installers ignore by
   * default.
   */
  public boolean isPrerelease() {
    return phase != Phase.NONE || !dev.equals(ABSENT);
  }

  @Override
  public int compareTo(Version other) {
    int order = compareNumbers(epoch, other.epoch);
    if (order == 0) {
      order = compareReleases(release, other.release);
    }
    if (order == 0) {
      order = phase.compareTo(other.phase);
    }
    if (order == 0) {
      order = compareNumbers(pre, other.pre);
    }
    if (order == 0) {
      order = compareNumbers(post, other.post);
    }
    if (order == 0) {
      order = compareDevelopment(dev, other.dev);
    }
    return order == 0 ? compareLocals(local, other.local) : order;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version version && compareTo(version) == 0;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new Object[] {epoch, release, phase, pre, post, dev, local});
  }

  /** An absent number comes before all others. */
  private static int compareNumbers(String one, String other) {
    int order = Integer.compare(one.length(), other.length());
    return order == 0 ? one.compareTo(other) : order;
  }

  private static int compareReleases(List<String> one, List<String> other) {
    int common = Math.min(one.size(), other.size());
    for (int i = 0; i < common; i++) {
      int order = compareNumbers(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  /** A development release comes before a version without a development segment. */
  private static int compareDevelopment(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(one.isEmpty(), other.isEmpty());
    }
    return compareNumbers(one, other);
  }

  private static int compareLocals(List<String> one, List<String> other) {
    int common = Math.min(one.size(), other.size());
    for (int i = 0; i < common; i++) {
      int order = compareLocalSegments(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  /** Numbers come after words and are compared as numbers. */
  private static int compareLocalSegments(String one, String other) {
    boolean oneIsNumber = isNumber(one);
    boolean otherIsNumber = isNumber(other);
    if (oneIsNumber && otherIsNumber) {
      return compareNumbers(one, other);
    }
    return oneIsNumber == otherIsNumber
        ? one.compareTo(other)
        : Boolean.compare(oneIsNumber, otherIsNumber);
  }

  private static boolean isNumber(String segment) {
    for (int i = 0; i < segment.length(); i++) {
      if (segment.charAt(i) < '0' || segment.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static List<String> withoutTrailingZeros(List<String> release) {
    int end = release.size();
    while (end > 0 && release.get(end - 1).equals("0")) {
      end--;
    }
    return List.copyOf(release.subList(0, end));
  }
}
