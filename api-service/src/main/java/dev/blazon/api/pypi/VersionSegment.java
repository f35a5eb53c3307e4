package dev.blazon.api.pypi;

import dev.blazon.badge.Ascii;

/**
 * A version as a segment of an index's address. Only what occurs in real versions passes, so that
 * no text from a badge's URL can lead to another address of the index.
 */
public final class VersionSegment {

  private static final int MAX_LENGTH = 64;

  private VersionSegment() {}

  /** Whether an index could know such a version: else there is no need to ask. */
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

  /** The only two of the allowed characters that RFC 3986 reserves. */
  static String encode(String version) {
    return version.replace("+", "%2B").replace("!", "%21");
  }
}
