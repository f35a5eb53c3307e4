package dev.blazon.imaging.logo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Normalises the names of icons, so that {@code Visual Studio Code}, {@code visual-studio-code} and
 * {@code visualstudiocode} are equal. The rules are those by which simple-icons makes a slug from a
 * title, except that {@code #} is spelt out: simple-icons drops it, so that C# would become C.
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

  /** The key of a name; an empty string if the name has no letter or digit. */
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

  /** The key of the name without dots, because many people write {@code nodejs}. */
  static String keyWithoutDots(String name) {
    return key(name.replace(".", ""));
  }
}
