package dev.blazon.stats.source.remote;

/** Reads numbers of downloads strictly: sources write them as JSON numbers or as texts. */
public final class CountText {

  /**
   * More than PyPI counts in a day for all projects together, which is about 10^10. A larger number
   * is a defect, and sums of such numbers could overflow.
   */
  private static final long MAX = 100_000_000_000L;

  private CountText() {}

  /**
   * Reads a count.
   *
   * @param text decimal digits only
   * @throws MalformedAnswerException if it is no whole number between 0 and 10^11
   */
  public static long parse(String text) {
    int length = text.length();
    long count = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw refused(text);
      }
      count = count * 10 + (c - '0');
      if (count > MAX) {
        throw refused(text);
      }
    }
    if (length == 0) {
      throw refused(text);
    }
    return count;
  }

  private static MalformedAnswerException refused(String text) {
    return new MalformedAnswerException(
        "a count is not a number from 0 to " + MAX + ": " + Excerpt.quoted(text));
  }
}
