package dev.blazon.api.report;

import dev.blazon.api.question.Refusal;
import dev.blazon.service.ByteBudget;
import dev.blazon.service.OverloadedException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * The body of an answer while it is written, bounded alone and, by a budget, with all others. Not
 * thread-safe.
 */
final class AnswerBytes extends OutputStream {

  private static final int FIRST = 4 << 10;

  private final ByteBudget.Share share;
  private final int most;
  private byte[] bytes = new byte[0];
  private int length;

  /**
   * Creates an empty body.
   *
   * @param share pays for the memory
   * @param most how long the body may be, in bytes
   */
  AnswerBytes(ByteBudget.Share share, int most) {
    this.share = share;
    this.most = most;
  }

  @Override
  public void write(int value) {
    ensure(1);
    bytes[length++] = (byte) value;
  }

  @Override
  public void write(byte[] source, int offset, int count) {
    ensure(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
  }

  private void ensure(int count) {
    int needed = length + count;
    if (needed > most) {
      throw Refusal.tooLarge(most);
    }
    if (needed > bytes.length) {
      int size = Math.min(most, Math.max(Math.max(needed, FIRST), 2 * bytes.length));
      // The old bytes live until they are copied, so both count.
      take(size);
      bytes = Arrays.copyOf(bytes, size);
    }
  }

  private void take(long size) {
    if (!share.tryTake(size)) {
      throw new OverloadedException("reports");
    }
  }

  /** What was written. */
  byte[] toBytes() {
    if (length == bytes.length) {
      return bytes;
    }
    take(length);
    return Arrays.copyOf(bytes, length);
  }
}
