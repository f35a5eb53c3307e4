package dev.blazon.imaging.chart;

import dev.blazon.badge.BadgeText;
import java.util.ArrayList;
import java.util.List;

/** Makes texts fit: shortens them with an ellipsis, or breaks them into lines. */
final class TextFit {

  private static final String ELLIPSIS = "…";

  /** No line of a chart shows more; so a hostile name costs no more time than a long one. */
  private static final int MOST_CHARACTERS = 400;

  private TextFit() {}

  /** The text without what XML and a line cannot hold. */
  static String clean(String text) {
    return clean(text, MOST_CHARACTERS);
  }

  /** The same, for texts of so many characters at most; the rest is cut off. */
  static String clean(String text, int most) {
    return BadgeText.clean(text.length() > most ? text.substring(0, most) : text).strip();
  }

  /** The text, shortened at its end when it is wider; empty if not even an ellipsis fits. */
  static String end(String text, Lettering font, double width) {
    return shorten(text, font, width, 1);
  }

  /** The text, shortened in its middle when it is wider: both ends of a name tell it apart. */
  static String middle(String text, Lettering font, double width) {
    return shorten(text, font, width, 0.6);
  }

  private static String shorten(String text, Lettering font, double width, double share) {
    if (font.width(text) <= width) {
      return text;
    }
    if (font.width(ELLIPSIS) > width) {
      return "";
    }
    int[] characters = text.codePoints().toArray();
    int fits = 0;
    int tooMany = characters.length;
    while (tooMany - fits > 1) {
      int kept = (fits + tooMany) >>> 1;
      if (font.width(without(characters, kept, share)) <= width) {
        fits = kept;
      } else {
        tooMany = kept;
      }
    }
    return without(characters, fits, share);
  }

  /** The text with so many of its characters, this share of them before the ellipsis. */
  private static String without(int[] characters, int kept, double share) {
    int before = (int) Math.ceil(kept * share);
    int after = kept - before;
    String start = new String(characters, 0, before).stripTrailing();
    return start + ELLIPSIS + new String(characters, characters.length - after, after);
  }

  /** The text in so many lines at most, broken at spaces; the last one is shortened. */
  static List<String> lines(String text, Lettering font, double width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (!rest.isEmpty() && lines.size() < most) {
      int end = lines.size() == most - 1 ? rest.length() : breakIn(rest, font, width);
      String line = end(rest.substring(0, end), font, width);
      if (line.isEmpty()) {
        break;
      }
      lines.add(line);
      rest = rest.substring(end).strip();
    }
    return lines;
  }

  /** Where the first line ends: the last space before it is full, or the next one. */
  private static int breakIn(String text, Lettering font, double width) {
    if (font.width(text) <= width) {
      return text.length();
    }
    int end = -1;
    for (int space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
      if (end > 0 && font.width(text.substring(0, space)) > width) {
        break;
      }
      end = space;
    }
    return end > 0 ? end : text.length();
  }
}
