package dev.blazon.api.stack;

/**
 * The verdict on an answer.
 *
 * @param said the words of the badge, or what was wrong with it
 */
record Verdict(Kind kind, String said) {

  enum Kind {
    /** The requested badge, complete. */
    RIGHT,
    /** A picture that reports a failure, or a plain one with the right words. */
    HONEST,
    /** No picture, half a picture, a wrong picture, or an error. */
    BROKEN
  }

  static Verdict right(String said) {
    return new Verdict(Kind.RIGHT, said);
  }

  static Verdict honest(String said) {
    return new Verdict(Kind.HONEST, said);
  }

  static Verdict broken(String said) {
    return new Verdict(Kind.BROKEN, said);
  }
}
