package dev.blazon.project;

import dev.blazon.badge.Ascii;
import java.util.Optional;

/**
 * A project's name that PyPI could know.
 *
 * @param written as it stood in the URL
 * @param normalized as PEP 503 normalises it: lower case, runs of {@code . _ -} as one {@code -}
 */
public record ProjectName(String written, String normalized) {

  /** Real names have up to 188 characters; this bounds what travels through caches. */
  private static final int MAX_LENGTH = 256;

  /** The name, or empty when it is none by PEP 508: such a project cannot exist. */
  public static Optional<ProjectName> parse(String text) {
    int length = text.length();
    if (length == 0
        || length > MAX_LENGTH
        || !Ascii.isLetterOrDigit(text.charAt(0))
        || !Ascii.isLetterOrDigit(text.charAt(length - 1))) {
      return Optional.empty();
    }
    StringBuilder normalized = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (Ascii.isLetterOrDigit(c)) {
        normalized.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
      } else if (c != '-' && c != '_' && c != '.') {
        return Optional.empty();
      } else if (normalized.charAt(normalized.length() - 1) != '-') {
        normalized.append('-');
      }
    }
    return Optional.of(new ProjectName(text, normalized.toString()));
  }
}
