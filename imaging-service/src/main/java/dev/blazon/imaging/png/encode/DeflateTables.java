package dev.blazon.imaging.png.encode;

/** The symbols of lengths and distances, and their extra bits (RFC 1951, section 3.2.5). */
final class DeflateTables {

  private static final int FIRST_LENGTH_SYMBOL = 257;
  private static final int LAST_LENGTH_SYMBOL = 285;
  private static final int MIN_LENGTH = 3;
  private static final int MAX_LENGTH = 258;

  private static final short[] LENGTH_SYMBOLS = new short[MAX_LENGTH + 1];
  private static final byte[] LENGTH_EXTRAS = new byte[MAX_LENGTH + 1];
  private static final byte[] LENGTH_EXTRA_BITS = new byte[LAST_LENGTH_SYMBOL + 1];

  static {
    int length = MIN_LENGTH;
    for (int symbol = FIRST_LENGTH_SYMBOL; symbol < LAST_LENGTH_SYMBOL; symbol++) {
      int step = symbol - FIRST_LENGTH_SYMBOL;
      int bits = Math.max(0, step / 4 - 1);
      LENGTH_EXTRA_BITS[symbol] = (byte) bits;
      for (int extra = 0; extra < 1 << bits; extra++) {
        LENGTH_EXTRAS[length] = (byte) extra;
        LENGTH_SYMBOLS[length++] = (short) symbol;
        if (length > MAX_LENGTH) {
          break;
        }
      }
    }
    // The longest length has its own symbol.
    LENGTH_SYMBOLS[MAX_LENGTH] = LAST_LENGTH_SYMBOL;
    LENGTH_EXTRAS[MAX_LENGTH] = 0;
  }

  private DeflateTables() {}

  static int lengthSymbol(int length) {
    return LENGTH_SYMBOLS[length];
  }

  static int lengthExtra(int length) {
    return LENGTH_EXTRAS[length];
  }

  static int lengthExtraBits(int symbol) {
    return LENGTH_EXTRA_BITS[symbol];
  }

  /** The symbol of a distance: there are two for each power of two from 4 on. */
  static int distanceSymbol(int distance) {
    int offset = distance - 1;
    if (offset < 4) {
      return offset;
    }
    int power = 31 - Integer.numberOfLeadingZeros(offset);
    return 2 * power + ((offset >>> (power - 1)) & 1);
  }

  static int distanceExtraBits(int symbol) {
    return symbol < 4 ? 0 : symbol / 2 - 1;
  }

  static int distanceExtra(int distance, int symbol) {
    return (distance - 1) & ((1 << distanceExtraBits(symbol)) - 1);
  }
}
