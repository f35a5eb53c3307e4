package dev.blazon.api.lookup.store;

import io.netty.buffer.ByteBuf;

/**
 * Follows Redis's protocol (RESP 2 and 3) in a stream of bytes, without storing any of them: where
 * each value begins and ends, and whether its sizes are within limits. A value that is larger,
 * deeper or not well-formed is refused as soon as its first excessive byte arrives. Lives on one
 * event loop.
 */
final class RespReader {

  /** The deepest reply of Redis that we ask for, {@code CLUSTER SLOTS}, has four levels. */
  private static final int MAX_DEPTH = 8;

  /** The longest number: 19 digits and a sign. */
  private static final int MAX_NUMBER = 20;

  /**
   * The limits of one value.
   *
   * @param line the longest line, in bytes: texts of errors, and numbers
   * @param bulk the longest bulk string, in bytes
   * @param elements the most elements of all its arrays and maps together
   * @param bytes the most bytes of the whole value
   */
  record Limits(int line, long bulk, long elements, long bytes) {}

  private enum State {
    TYPE,
    LINE,
    LINE_FEED,
    BULK,
    BULK_RETURN,
    BULK_FEED
  }

  private final Limits limits;
  private final StringBuilder number = new StringBuilder(MAX_NUMBER);

  /** How many elements each open array or map still lacks. */
  private final long[] missing = new long[MAX_DEPTH];

  private State state = State.TYPE;
  private byte type;
  private int depth;
  private int line;
  private long bulk;
  private long elements;
  private long bytes;

  RespReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads the next bytes, without moving the buffer's indices.
   *
   * @param allowed how many outermost values may begin
   * @return how many of them have begun
   * @throws RespException when the bytes are refused; the reader is not usable afterwards
   */
  int read(ByteBuf buffer, int allowed) throws RespException {
    int begun = 0;
    int at = buffer.readerIndex();
    int end = buffer.writerIndex();
    while (at < end) {
      if (state == State.BULK) {
        int skipped = (int) Math.min(bulk, end - at);
        at += skipped;
        bulk -= skipped;
        if (bulk == 0) {
          state = State.BULK_RETURN;
        }
        continue;
      }
      if (state == State.TYPE && depth == 0) {
        if (begun == allowed) {
          throw new RespException("a reply that nobody asked for");
        }
        begun++;
        bytes = 0;
        elements = 0;
      }
      if (++bytes > limits.bytes()) {
        throw new RespException("a reply of more than " + limits.bytes() + " bytes");
      }
      step(buffer.getByte(at++));
    }
    return begun;
  }

  private void step(byte next) throws RespException {
    switch (state) {
      case TYPE -> {
        type = next;
        line = 0;
        number.setLength(0);
        state = State.LINE;
        if ("+-:$*%#_".indexOf(next) < 0) {
          throw new RespException("a reply of the unknown type " + next);
        }
      }
      case LINE -> {
        if (next == '\r') {
          state = State.LINE_FEED;
        } else {
          inLine(next);
        }
      }
      case LINE_FEED -> {
        require(next == '\n');
        endLine();
      }
      case BULK_RETURN -> {
        require(next == '\r');
        state = State.BULK_FEED;
      }
      case BULK_FEED -> {
        require(next == '\n');
        endValue();
      }
      case BULK -> throw new IllegalStateException("bulk strings are skipped");
    }
  }

  private void inLine(byte next) throws RespException {
    require(next != '\n');
    if (++line > limits.line()) {
      throw new RespException("a line of more than " + limits.line() + " bytes");
    }
    if (type != '+' && type != '-') {
      require(number.length() < MAX_NUMBER);
      number.append((char) next);
    }
  }

  private void endLine() throws RespException {
    switch (type) {
      case ':' -> {
        number();
        endValue();
      }
      case '#' -> {
        require(line == 1 && (number.charAt(0) == 't' || number.charAt(0) == 'f'));
        endValue();
      }
      case '_' -> {
        require(line == 0);
        endValue();
      }
      case '$' -> beginBulk(number());
      case '*' -> beginElements(number(), 1);
      case '%' -> beginElements(number(), 2);
      default -> endValue();
    }
  }

  private long number() throws RespException {
    try {
      return Long.parseLong(number, 0, number.length(), 10);
    } catch (NumberFormatException e) {
      throw malformed();
    }
  }

  private void beginBulk(long length) throws RespException {
    if (length == -1) {
      endValue();
      return;
    }
    require(length >= 0);
    if (length > limits.bulk()) {
      throw new RespException("a string of " + length + " bytes");
    }
    bytes += length;
    bulk = length;
    state = length == 0 ? State.BULK_RETURN : State.BULK;
  }

  /**
   * @param each how many values one element of the count stands for: a map's has a key, too
   */
  private void beginElements(long count, int each) throws RespException {
    if (count == 0 || (count == -1 && each == 1)) {
      endValue();
      return;
    }
    require(count > 0);
    if (count > limits.elements() || (elements += count * each) > limits.elements()) {
      throw new RespException("more than " + limits.elements() + " elements");
    }
    if (depth == MAX_DEPTH) {
      throw new RespException("arrays in arrays, more than " + MAX_DEPTH + " deep");
    }
    missing[depth++] = count * each;
    state = State.TYPE;
  }

  /** Ends a value, and each array or map whose last element it was. */
  private void endValue() {
    state = State.TYPE;
    while (depth > 0 && --missing[depth - 1] == 0) {
      depth--;
    }
  }

  private static void require(boolean wellFormed) throws RespException {
    if (!wellFormed) {
      throw malformed();
    }
  }

  private static RespException malformed() {
    return new RespException("a malformed reply");
  }
}
