package dev.blazon.api.dialect;

import java.util.Optional;

/**
 * The three texts of a static badge, {@code label-message-color} or {@code message-color}, without
 * their escapes: {@code --} is a dash, {@code __} an underscore, {@code _} a space.
 *
 * <p>The separating dashes are chosen as at shields.io, for the shortest possible label and then
 * the longest possible message. A run of an odd number of dashes contains one separator. If there
 * is no such run, one run of an even number contains both, with an empty message between them
 * ({@code label--red}).
 */
record StaticBadgeText(String label, String message, String color) {

  /** Parses a text, or returns empty if it is not the text of a static badge. */
  static Optional<StaticBadgeText> parse(String text) {
    int first = -1;
    int second = -1;
    int odd = 0;
    for (int start = text.indexOf('-'); start >= 0; ) {
      int end = endOfRun(text, start);
      if ((end - start) % 2 == 1) {
        odd++;
        if (odd == 1) {
          first = start;
        }
        second = end - 1;
      }
      start = text.indexOf('-', end);
    }
    return switch (odd) {
      case 0 -> emptyMessage(text);
      case 1 -> of("", text.substring(0, second), text.substring(second + 1));
      case 2 ->
          of(
              text.substring(0, first),
              text.substring(first + 1, second),
              text.substring(second + 1));
      default -> Optional.empty();
    };
  }

  /** The first run of dashes that is followed by a possible colour contains both separators. */
  private static Optional<StaticBadgeText> emptyMessage(String text) {
    for (int start = text.indexOf('-'); start >= 0; ) {
      int end = endOfRun(text, start);
      Optional<StaticBadgeText> parts =
          of(text.substring(0, start), text.substring(start + 1, end - 1), text.substring(end));
      if (parts.isPresent()) {
        return parts;
      }
      start = text.indexOf('-', end);
    }
    return Optional.empty();
  }

  private static Optional<StaticBadgeText> of(String label, String message, String color) {
    return color.isEmpty() || color.indexOf('.') >= 0
        ? Optional.empty()
        : Optional.of(
            new StaticBadgeText(unescape(label), unescape(message), color.replace("--", "-")));
  }

  private static int endOfRun(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == '-') {
      end++;
    }
    return end;
  }

  private static String unescape(String text) {
    if (text.indexOf('-') < 0 && text.indexOf('_') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
      if ((c == '-' || c == '_') && doubled) {
        i++;
        plain.append(c);
      } else {
        plain.append(c == '_' ? ' ' : c);
      }
    }
    return plain.toString();
  }
}
