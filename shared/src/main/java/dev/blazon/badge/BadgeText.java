package dev.blazon.badge;

/** What any text must go through before it is painted. */
final class BadgeText {

  /** Longer text would make a picture that no README can show. */
  static final int MAX_CHARACTERS = 256;

  private BadgeText() {}

  /**
   * Trims, drops what XML 1.0 cannot hold (control characters, lone surrogates, non-characters),
   * turns line breaks and tabs into spaces, and cuts what is longer than {@value #MAX_CHARACTERS}
   * code points, with an ellipsis as the last of them.
   */
  static String normalize(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == '\n' || c == '\r' || c == '\t' ? ' ' : c)
        .filter(BadgeText::isAllowed)
        .forEach(clean::appendCodePoint);
    String trimmed = clean.toString().strip();
    if (trimmed.codePointCount(0, trimmed.length()) <= MAX_CHARACTERS) {
      return trimmed;
    }
    int end = trimmed.offsetByCodePoints(0, MAX_CHARACTERS - 1);
    return trimmed.substring(0, end) + "…";
  }

  /** The {@code Char} production of XML 1.0, section 2.2, less the C1 controls and DEL. */
  private static boolean isAllowed(int c) {
    if (c < 0x20 || (c >= 0x7f && c <= 0x9f)) {
      return false;
    }
    return c <= 0xd7ff || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
  }
}
