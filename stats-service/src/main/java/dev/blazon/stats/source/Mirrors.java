package dev.blazon.stats.source;

import java.util.Locale;
import java.util.Set;

/**
 * Which installers pypistats.org takes for mirrors: four names, in any case, and downloads whose
 * installer is not known. Its {@code without_mirrors} is the total minus both, which 22 of 22
 * compared days confirm. Other tools that copy PyPI, such as Nexus, count as installers there and
 * here.
 */
public final class Mirrors {

  private static final Set<String> NAMES =
      Set.of("bandersnatch", "z3c.pypimirror", "artifactory", "devpi");

  /**
   * Tells whether downloads of an installer count as a mirror's.
   *
   * @param installer the name that linehaul gave it; empty when it is not known
   */
  public static boolean contain(String installer) {
    return installer.isEmpty() || NAMES.contains(installer.toLowerCase(Locale.ROOT));
  }

  /** The four names, in lower case; for queries that leave mirrors out at the source. */
  public static Set<String> names() {
    return NAMES;
  }

  private Mirrors() {}
}
