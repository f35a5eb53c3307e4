package dev.blazon.imaging.logo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * One spelling for the many that people use for an icon: {@code Visual Studio Code}, {@code
 * visual-studio-code} and {@code visualstudiocode} are one. The rules are those by which
 * simple-icons makes a slug from a title, and {@code #}, which it drops, so that C# would be C.
 */
final class IconName {

  private static final Map<Character, String> SPELT_OUT =
      Map.ofEntries(
          Map.entry('+', "plus"),
          Map.entry('.', "dot"),
          Map.entry('&', "and"),
          Map.entry('#', "sharp"),
          Map.entry('đ', "d"),
          Map.entry('ħ', "h"),
          Map.entry('ı', "i"),
          Map.entry('ĸ', "k"),
          Map.entry('ł', "l"),
          Map.entry('ß', "ss"),
          Map.entry('ŧ', "t"),
          Map.entry('ø', "o"));

  private IconName() {}

  /** The key of a name; empty when the name has no letter or digit. */
  static String key(String name) {
    String letters = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder key = new StringBuilder(letters.length() + 8);
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      String word = SPELT_OUT.get(c);
      if (word != null) {
        key.append(word);
      } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        key.append(c);
      }
    }
    return key.toString();
  }

  /** The key without its dots: people leave out the one in {@code node.js}. */
  static String keyWithoutDots(String name) {
    return key(name.replace(".", ""));
  }
}
