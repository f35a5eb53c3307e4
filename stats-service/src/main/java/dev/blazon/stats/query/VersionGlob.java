package dev.blazon.stats.query;

/**
 * A pattern of versions: {@code *} stands for any characters, {@code ?} for one. It is matched in
 * time that grows with both lengths, whatever the pattern is.
 */
final class VersionGlob {

  private final String pattern;

  VersionGlob(String pattern) {
    this.pattern = pattern;
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
