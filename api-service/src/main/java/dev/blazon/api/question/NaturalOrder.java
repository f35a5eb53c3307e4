package dev.blazon.api.question;

import java.util.Comparator;

/**
 * The order in which pepy.tech lists versions: as texts, but digits in a row count as one number,
 * so that {@code 0.9.1} comes before {@code 0.20.0}. Takes time that grows with the length.
 */
public final class NaturalOrder implements Comparator<String> {

  public static final NaturalOrder INSTANCE = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      int difference;
      if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
        int iEnd = digitsEnd(one, i);
        int jEnd = digitsEnd(other, j);
        difference = compareNumbers(one.substring(i, iEnd), other.substring(j, jEnd));
        i = iEnd;
        j = jEnd;
      } else {
        difference = Character.compare(one.charAt(i++), other.charAt(j++));
      }
      if (difference != 0) {
        return difference;
      }
    }
    int rest = Integer.compare(one.length() - i, other.length() - j);
    // Equal but for leading zeros: some order, and always the same.
    return rest != 0 ? rest : one.compareTo(other);
  }

  private static int compareNumbers(String one, String other) {
    String a = withoutZeros(one);
    String b = withoutZeros(other);
    return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }

  private static String withoutZeros(String digits) {
    int at = 0;
    while (at < digits.length() - 1 && digits.charAt(at) == '0') {
      at++;
    }
    return digits.substring(at);
  }

  private static int digitsEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
