package dev.blazon.badge;

/**
 * Letters and digits of ASCII. {@link Character} knows those of all scripts, which none of our
 * formats allows.
 */
public final class Ascii {

  private Ascii() {}

  public static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  public static boolean isLetterOrDigit(int c) {
    return isLetter(c) || isDigit(c);
  }
}
