package dev.blazon.stats.packed;

/** Reads what a {@link BitEncoder} wrote. */
final class BitDecoder extends BitCoder {

  private static final long ALL = 0xffffffffL;
  private static final int TOP = 24;
  private static final int BYTES = 4;

  private ByteSource source = new ByteSource();
  private long low;
  private long high;
  private long number;

  BitDecoder(int contexts) {
    super(contexts);
  }

  /** Begins to read; the bytes end with the source. */
  void begin(ByteSource from) {
    forget();
    source = from;
    low = 0;
    high = ALL;
    number = 0;
    for (int i = 0; i < BYTES; i++) {
      number = (number << Byte.SIZE) | next();
    }
  }

  private int next() {
    return source.isAtEnd() ? 0 : source.nextByte();
  }

  @Override
  boolean code(int yes, boolean any) {
    long middle = low + (((high - low) * yes) >>> PROBABILITY_BITS);
    boolean value = number <= middle;
    if (value) {
      high = middle;
    } else {
      low = middle + 1;
    }
    while ((low ^ high) >>> TOP == 0) {
      low = (low << Byte.SIZE) & ALL;
      high = ((high << Byte.SIZE) & ALL) | 0xff;
      number = ((number << Byte.SIZE) & ALL) | next();
    }
    return value;
  }
}
