package dev.blazon.project;

import java.util.Optional;

/**
 * A valid name of a Python project.
 *
 * @param written the name as written in the URL
 * @param normalized the name as normalised by PEP 503: lower case, each run of {@code . _ -}
 *     replaced by one {@code -}
 */
public record ProjectName(String written, String normalized) {

  /** Real names have up to 188 characters; the limit bounds the keys of caches. */
  private static final int MAX_LENGTH = 256;

  /** Reads a name; empty if PEP 508 does not allow it, so that no such project can exist. */
  public static Optional<ProjectName> parse(String text) {
    int length = text.length();
    if (length == 0
        || length > MAX_LENGTH
        || !isAlphanumeric(text.charAt(0))
        || !isAlphanumeric(text.charAt(length - 1))) {
      return Optional.empty();
    }
    StringBuilder normalized = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (isAlphanumeric(c)) {
        normalized.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
      } else if (c != '-' && c != '_' && c != '.') {
        return Optional.empty();
      } else if (normalized.charAt(normalized.length() - 1) != '-') {
        normalized.append('-');
      }
    }
    return Optional.of(new ProjectName(text, normalized.toString()));
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
