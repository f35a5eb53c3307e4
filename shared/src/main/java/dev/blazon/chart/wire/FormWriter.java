package dev.blazon.chart.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes numbers and texts, one after the other. Not thread-safe. */
final class FormWriter {

  private static final int USUAL_BYTES = 4 << 10;
  private static final int SEVEN_BITS = 0x7F;
  private static final int MORE = 0x80;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
  private final DataOutputStream data = new DataOutputStream(bytes);

  /** Writes seven bits a byte, the lowest first; all but the last byte have the highest bit set. */
  void number(long number) {
    long rest = number;
    while ((rest & ~SEVEN_BITS) != 0) {
      bytes.write((int) (rest & SEVEN_BITS) | MORE);
      rest >>>= Byte.SIZE - 1;
    }
    bytes.write((int) rest);
  }

  void text(String text) {
    try {
      data.writeUTF(text);
    } catch (IOException e) {
      throw new UncheckedIOException("a text longer than any of a chart", e);
    }
  }

  /** Writes the name of an enum's value. */
  void word(Enum<?> value) {
    text(value.name());
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
