package dev.blazon.badge;

/** Normalises text so that it can be painted and written into XML. */
public final class BadgeText {

  /**
   * The longest text, in code points; a longer one would make a picture too wide for any README.
   */
  static final int MAX_CHARACTERS = 256;

  private BadgeText() {}

  /**
   * Trims the text, drops what XML 1.0 cannot hold (control characters, lone surrogates,
   * non-characters), turns line breaks and tabs into spaces, and cuts the text to {@value
   * #MAX_CHARACTERS} code points, the last of which is then an ellipsis.
   *
   * <p>White space is trimmed as in JavaScript, no-break spaces included, because shields.io's
   * badges are trimmed that way.
   */
  static String normalize(String text) {
    String trimmed = trim(clean(text));
    if (trimmed.codePointCount(0, trimmed.length()) <= MAX_CHARACTERS) {
      return trimmed;
    }
    int end = trimmed.offsetByCodePoints(0, MAX_CHARACTERS - 1);
    return trimmed.substring(0, end) + "…";
  }

  /** Drops what XML 1.0 cannot hold, and turns line breaks and tabs into spaces. */
  public static String clean(String text) {
    if (isClean(text)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == '\n' || c == '\r' || c == '\t' ? ' ' : c)
        .filter(BadgeText::isAllowed)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isClean(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!isAllowed(c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** ECMAScript's white space and line terminators, without the control characters. */
  private static boolean isSpace(char c) {
    return c == ' ' || (c > 0x7f && (Character.isSpaceChar(c) || c == '\ufeff'));
  }

  /** The {@code Char} production of XML 1.0, section 2.2, without the C1 controls and DEL. */
  private static boolean isAllowed(int c) {
    if (c < 0x20 || (c >= 0x7f && c <= 0x9f)) {
      return false;
    }
    return c <= 0xd7ff || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
  }
}
