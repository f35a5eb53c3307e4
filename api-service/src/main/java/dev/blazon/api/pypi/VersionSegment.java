package dev.blazon.api.pypi;

import dev.blazon.badge.Ascii;

/**
 * Checks and encodes a version as a path segment of an index's URL. Only characters of real
 * versions are allowed, so that no text from a badge URL can reach another path of the index.
 */
public final class VersionSegment {

  private static final int MAX_LENGTH = 64;

  private VersionSegment() {}

  /** Whether an index could have such a version. If not, no request is needed. */
  public static boolean isSafe(String version) {
    boolean meaningful = false;
    for (int i = 0; i < version.length(); i++) {
      char c = version.charAt(i);
      if (Ascii.isLetterOrDigit(c)) {
        meaningful = true;
      } else if (".-_+!".indexOf(c) < 0) {
        return false;
      }
    }
    return meaningful && version.length() <= MAX_LENGTH;
  }

  /** Escapes the only two allowed characters that RFC 3986 reserves. */
  static String encode(String version) {
    return version.replace("+", "%2B").replace("!", "%21");
  }
}
