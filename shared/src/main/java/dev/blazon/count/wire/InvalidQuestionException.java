package dev.blazon.count.wire;

/** Thrown for a question in which a parameter is missing or has an invalid value. */
public final class InvalidQuestionException extends Exception {

  /** Longer values are cut in messages, in characters. */
  private static final int LONGEST_VALUE = 60;

  public InvalidQuestionException(String problem) {
    super(problem, null, false, false);
  }

  /**
   * A parameter has an invalid value.
   *
   * @param allowed which values are valid, to follow the word "allowed:"
   */
  public static InvalidQuestionException of(String parameter, String value, String allowed) {
    return new InvalidQuestionException(
        printable(parameter)
            + ": \""
            + printable(value)
            + "\" is not allowed; allowed: "
            + allowed);
  }

  /** The value in printable ASCII, so that one line stays one line. */
  private static String printable(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length() && i < LONGEST_VALUE; i++) {
      char c = value.charAt(i);
      text.append(c >= ' ' && c <= '~' ? c : '?');
    }
    return value.length() > LONGEST_VALUE ? text + "..." : text.toString();
  }
}
