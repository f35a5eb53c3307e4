package dev.blazon.api.page;

import dev.blazon.badge.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the URLs in a README in any markup: Markdown, reStructuredText, HTML, AsciiDoc, Org. It
 * makes one pass without a regular expression, so that no text can make it slow.
 */
final class UrlScanner {

  /** reStructuredText options that end up glued to a URL when their line break is lost. */
  private static final List<String> GLUED = List.of(":target:", ":alt:", ":height:", ":width:");

  private static final String ENCODED_SPACE = "%20";

  private UrlScanner() {}

  /** All http, https and protocol-relative URLs, in the order of the text. */
  static List<FoundUrl> scan(String text) {
    List<FoundUrl> found = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf("//"); at >= 0; at = text.indexOf("//", from)) {
      int start = schemeStart(text, at);
      int hostEnd = hostEnd(text, at + 2);
      from = at + 2;
      if (start >= 0 && hostEnd > at + 2) {
        int restStart = skipPort(text, hostEnd);
        int end = restEnd(text, restStart);
        String host = text.substring(at + 2, hostEnd).toLowerCase(Locale.ROOT);
        found.add(new FoundUrl(start, end, host, text.substring(restStart, end)));
        from = end;
      }
    }
    return found;
  }

  /**
   * The index where the URL with this {@code //} starts, including its scheme; -1 if the scheme is
   * neither {@code http:} nor {@code https:}.
   */
  private static int schemeStart(String text, int slashes) {
    if (slashes == 0 || text.charAt(slashes - 1) != ':') {
      boolean inPath = slashes > 0 && isHostPart(text.charAt(slashes - 1));
      return inPath ? -1 : slashes;
    }
    for (String scheme : List.of("https:", "http:")) {
      if (text.regionMatches(true, slashes - scheme.length(), scheme, 0, scheme.length())) {
        return slashes - scheme.length();
      }
    }
    return -1;
  }

  private static int hostEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isHostPart(text.charAt(end))) {
      end++;
    }
    while (end > from && text.charAt(end - 1) == '.') {
      end--; // The full stop of a sentence.
    }
    return end;
  }

  private static int skipPort(String text, int from) {
    if (from == text.length() || text.charAt(from) != ':') {
      return from;
    }
    int end = from + 1;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end == from + 1 ? from : end;
  }

  private static int restEnd(String text, int from) {
    if (from == text.length() || "/?".indexOf(text.charAt(from)) < 0) {
      return from;
    }
    int open = 0;
    int end = from;
    for (; end < text.length(); end++) {
      char c = text.charAt(end);
      if (c == '(') {
        open++;
      } else if (c == ')' && open-- == 0) {
        break;
      } else if (isDelimiter(c) || isGlued(text, end)) {
        break;
      }
    }
    while (end > from && isPunctuation(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /**
   * Whether an option is glued to the URL here. After a percent-encoded space it is not cut off
   * here but counts as part of the URL, to be removed with it.
   */
  private static boolean isGlued(String text, int at) {
    if (text.charAt(at) != ':' || text.startsWith(ENCODED_SPACE, at - ENCODED_SPACE.length())) {
      return false;
    }
    for (String option : GLUED) {
      if (text.startsWith(option, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHostPart(char c) {
    return Ascii.isLetterOrDigit(c) || c == '.' || c == '-';
  }

  /** Whether the character ends a URL in some markup. */
  private static boolean isDelimiter(char c) {
    return c <= ' ' || c == 0x7f || "\"'<>`[]\\^|".indexOf(c) >= 0 || Character.isWhitespace(c);
  }

  /** Whether the character belongs to the surrounding sentence if it ends a URL. */
  private static boolean isPunctuation(char c) {
    return ".,;:!*".indexOf(c) >= 0;
  }
}
