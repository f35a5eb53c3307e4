package dev.blazon.stats.query;

import java.util.List;

/**
 * A pattern of versions: {@code *} stands for any characters, {@code ?} for one. It is matched in
 * time that grows with both lengths, whatever the pattern is.
 */
final class VersionGlob {

  private final String pattern;

  VersionGlob(String pattern) {
    this.pattern = pattern;
  }

  /** Which of some versions match any of some patterns. */
  static boolean[] matching(List<String> versions, List<String> patterns) {
    List<VersionGlob> globs = patterns.stream().map(VersionGlob::new).toList();
    boolean[] matching = new boolean[versions.size()];
    for (int i = 0; i < matching.length; i++) {
      String version = versions.get(i);
      matching[i] = globs.stream().anyMatch(glob -> glob.matches(version));
    }
    return matching;
  }

  boolean matches(String version) {
    int at = 0;
    int inPattern = 0;
    int star = -1;
    int afterStar = 0;
    while (at < version.length()) {
      if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
        star = inPattern++;
        afterStar = at;
      } else if (inPattern < pattern.length()
          && (pattern.charAt(inPattern) == '?'
              || pattern.charAt(inPattern) == version.charAt(at))) {
        inPattern++;
        at++;
      } else if (star >= 0) {
        inPattern = star + 1;
        at = ++afterStar;
      } else {
        return false;
      }
    }
    while (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
      inPattern++;
    }
    return inPattern == pattern.length();
  }
}
