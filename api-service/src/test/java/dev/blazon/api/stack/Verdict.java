package dev.blazon.api.stack;

/**
 * What an answer was worth to its reader.
 *
 * @param said what it said, or what was wrong with it
 */
record Verdict(Kind kind, String said) {

  enum Kind {
    /** The badge that was asked for, in full. */
    RIGHT,
    /** A picture that says that it cannot be had just now, or a plain one with the right words. */
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
