package dev.blazon.stats.packed;

import java.util.Arrays;

/**
 * Turns yes or no into fractions of a bit: the more certain the answer was from those before it in
 * the same context, the less it takes. What is coded is told once for both directions: a writer is
 * given each value and gives it back, a reader is given any and gives what was written. For one
 * thread.
 *
 * <p>The way to code is that of arithmetic coders with adaptive binary contexts, as in H.264 and
 * lpaq. All of it is integers, so that the same values have the same bytes on every machine.
 */
abstract class BitCoder {

  /** A probability is a number of 16 bits. */
  static final int PROBABILITY_BITS = 16;

  private static final int ONE = 1 << PROBABILITY_BITS;

  /** Nothing is ever quite certain: it must remain possible to write the opposite. */
  private static final int LEAST = ONE / 512;

  /** A context that has seen so many answers goes on learning at the same pace. */
  private static final int MOST_SEEN = 60;

  private static final int SEEN_BITS = 8;
  private static final int SEEN_MASK = (1 << SEEN_BITS) - 1;
  private static final int UNKNOWN = (ONE / 2) << SEEN_BITS;

  /** By how much an answer moves a probability: 1 / (2.5 + answers before), measured as best. */
  private static final int[] PACE = pace();

  /** Contexts that a number takes: one for each length of its bits, and as many for the next. */
  static final int NUMBER_CONTEXTS = 32;

  private static final int LENGTHS = NUMBER_CONTEXTS / 2;
  private static final int LONGEST = 62;

  private final int[] contexts;

  /**
   * @param contexts how many there are
   */
  BitCoder(int contexts) {
    this.contexts = new int[contexts];
  }

  private static int[] pace() {
    int[] pace = new int[MOST_SEEN + 1];
    for (int seen = 0; seen <= MOST_SEEN; seen++) {
      pace[seen] = 2 * ONE / (2 * seen + 5);
    }
    return pace;
  }

  /** Forgets everything that was learnt. */
  final void forget() {
    Arrays.fill(contexts, UNKNOWN);
  }

  /** Codes a yes or no among others in the same context. */
  final boolean bit(int context, boolean value) {
    int state = contexts[context];
    int yes = state >>> SEEN_BITS;
    int seen = state & SEEN_MASK;
    boolean coded = code(yes, value);
    int next = yes + (int) (((long) ((coded ? ONE : 0) - yes) * PACE[seen]) >> PROBABILITY_BITS);
    next = Math.max(LEAST, Math.min(ONE - LEAST, next));
    contexts[context] = (next << SEEN_BITS) | Math.min(seen + 1, MOST_SEEN);
    return coded;
  }

  /**
   * Codes a number that is not negative, in {@link #NUMBER_CONTEXTS} contexts: its length, its
   * second bit, and the rest as it is, as Elias's gamma code does.
   */
  final long number(int context, long value) {
    int length = 0;
    int ofValue = Long.SIZE - 1 - Long.numberOfLeadingZeros(value + 1);
    while (bit(context + Math.min(length, LENGTHS - 1), length < ofValue)) {
      length++;
      if (length > LONGEST) {
        throw new DamagedBlobException("a number is too large");
      }
    }
    long coded = 1;
    for (int place = length - 1; place >= 0; place--) {
      boolean set = (((value + 1) >>> place) & 1) != 0;
      boolean bit =
          place == length - 1
              ? bit(context + LENGTHS + Math.min(length, LENGTHS - 1), set)
              : code(ONE / 2, set);
      coded = (coded << 1) | (bit ? 1 : 0);
    }
    return coded - 1;
  }

  /** Codes a number that is small enough for an array. */
  final int small(int context, int value) {
    long coded = number(context, value);
    if (coded > Integer.MAX_VALUE) {
      throw new DamagedBlobException("a number is too large: " + coded);
    }
    return (int) coded;
  }

  /**
   * Writes or reads one yes or no.
   *
   * @param yes how probable a yes is
   */
  abstract boolean code(int yes, boolean value);
}
