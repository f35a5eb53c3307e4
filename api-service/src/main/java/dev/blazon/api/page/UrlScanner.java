package dev.blazon.api.page;

import dev.blazon.badge.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the addresses in a README, whatever its markup: Markdown, reStructuredText, HTML, AsciiDoc,
 * Org. One pass, no regular expression, so that no text can make it slow.
 */
final class UrlScanner {

  /** What people glued to an address when they lost the line break of a reStructuredText option. */
  private static final List<String> GLUED = List.of(":target:", ":alt:", ":height:", ":width:");

  private static final String ENCODED_SPACE = "%20";

  private UrlScanner() {}

  /** All http, https and protocol-relative addresses, in their order. */
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

  /** Where the scheme before {@code //} starts; -1 when it is none of ours. */
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

  /** Where the line break was percent-encoded, it all is one address, and its garbage goes. */
  private static boolean isGlued(String text, int at) {
    return text.charAt(at) == ':'
        && !text.startsWith(ENCODED_SPACE, at - ENCODED_SPACE.length())
        && GLUED.stream().anyMatch(option -> text.startsWith(option, at));
  }

  private static boolean isHostPart(char c) {
    return Ascii.isLetterOrDigit(c) || c == '.' || c == '-';
  }

  /** What ends an address in one markup or another. */
  private static boolean isDelimiter(char c) {
    return c <= ' ' || c == 0x7f || "\"'<>`[]\\^|".indexOf(c) >= 0 || Character.isWhitespace(c);
  }

  /** What belongs to the sentence around rather than to the address. */
  private static boolean isPunctuation(char c) {
    return ".,;:!*".indexOf(c) >= 0;
  }
}
