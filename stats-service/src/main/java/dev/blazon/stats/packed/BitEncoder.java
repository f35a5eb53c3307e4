package dev.blazon.stats.packed;

/** Writes what a {@link BitDecoder} reads. */
final class BitEncoder extends BitCoder {

  private static final long ALL = 0xffffffffL;
  private static final int TOP = 24;
  private static final int BYTES = 4;

  private final ByteSink sink;

  /** All numbers from low to high stand for what was written; both have 32 bits. */
  private long low;

  private long high;

  BitEncoder(int contexts, ByteSink sink) {
    super(contexts);
    this.sink = sink;
  }

  /** Begins to write at the end of the sink. */
  void begin() {
    forget();
    low = 0;
    high = ALL;
  }

  @Override
  boolean code(int yes, boolean value) {
    long middle = low + (((high - low) * yes) >>> PROBABILITY_BITS);
    if (value) {
      high = middle;
    } else {
      low = middle + 1;
    }
    while ((low ^ high) >>> TOP == 0) {
      sink.putByte((int) (high >>> TOP));
      low = (low << Byte.SIZE) & ALL;
      high = ((high << Byte.SIZE) & ALL) | 0xff;
    }
    return value;
  }

  /** Writes the fewest bytes that tell the rest; the reader takes zeros for what is missing. */
  void end() {
    for (int bytes = 0; bytes <= BYTES; bytes++) {
      long step = 1L << ((BYTES - bytes) * Byte.SIZE);
      long number = (low + step - 1) / step * step;
      if (number <= high) {
        for (int i = 0; i < bytes; i++) {
          sink.putByte((int) (number >>> (TOP - i * Byte.SIZE)));
        }
        return;
      }
    }
  }
}
