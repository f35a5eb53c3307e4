package dev.blazon.imaging.png.encode;

/**
 * Writes the header of a deflate block: the lengths of its codewords, which are run-length and
 * Huffman coded (RFC 1951, section 3.2.7). Reused for many pictures.
 */
final class CodeLengths {

  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private static final int REPEAT = 16;
  private static final int SHORT_ZEROS = 17;
  private static final int LONG_ZEROS = 18;
  private static final int MIN_LITERALS = 257;
  private static final int MIN_ORDER = 4;

  private final HuffmanCode code = new HuffmanCode(19, 7);
  private final int[] lengths = new int[286 + 30];

  /** Symbols in the lowest five bits, their extra bits above. */
  private final int[] items = new int[286 + 30];

  private int itemCount;

  void write(HuffmanCode literals, HuffmanCode distances, BitSink sink) {
    int literalCount = literals.used(MIN_LITERALS);
    int distanceCount = distances.used(1);
    for (int i = 0; i < literalCount; i++) {
      lengths[i] = literals.length(i);
    }
    for (int i = 0; i < distanceCount; i++) {
      lengths[literalCount + i] = distances.length(i);
    }
    code.clear();
    itemCount = 0;
    runs(literalCount + distanceCount);
    code.build();

    int orderCount = ORDER.length;
    while (orderCount > MIN_ORDER && code.length(ORDER[orderCount - 1]) == 0) {
      orderCount--;
    }
    sink.put(literalCount - MIN_LITERALS, 5);
    sink.put(distanceCount - 1, 5);
    sink.put(orderCount - MIN_ORDER, 4);
    for (int i = 0; i < orderCount; i++) {
      sink.put(code.length(ORDER[i]), 3);
    }
    for (int i = 0; i < itemCount; i++) {
      int symbol = items[i] & 31;
      sink.put(code.codeword(symbol), code.length(symbol));
      sink.put(items[i] >>> 5, extraBits(symbol));
    }
  }

  private void runs(int count) {
    int i = 0;
    while (i < count) {
      int length = lengths[i];
      int run = 1;
      while (i + run < count && lengths[i + run] == length) {
        run++;
      }
      i += run;
      if (length == 0) {
        zeros(run);
      } else {
        repeats(length, run);
      }
    }
  }

  private void zeros(int run) {
    int left = run;
    while (left >= 3) {
      int some = Math.min(left, 138);
      if (some <= 10) {
        item(SHORT_ZEROS, some - 3);
      } else {
        item(LONG_ZEROS, some - 11);
      }
      left -= some;
    }
    singles(0, left);
  }

  private void repeats(int length, int run) {
    item(length, 0);
    int left = run - 1;
    while (left >= 3) {
      int some = Math.min(left, 6);
      item(REPEAT, some - 3);
      left -= some;
    }
    singles(length, left);
  }

  private void singles(int length, int times) {
    for (int i = 0; i < times; i++) {
      item(length, 0);
    }
  }

  private void item(int symbol, int extra) {
    items[itemCount++] = (extra << 5) | symbol;
    code.count(symbol);
  }

  private static int extraBits(int symbol) {
    return switch (symbol) {
      case REPEAT -> 2;
      case SHORT_ZEROS -> 3;
      case LONG_ZEROS -> 7;
      default -> 0;
    };
  }
}
