package dev.blazon.api.lookup.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes and reads the texts of facts: the length in bytes, then UTF-8. */
final class FactText {

  /**
   * The longest text of all, in bytes: an endpoint document's logo, of which 64 KB are read; a
   * broken byte of it is written as three.
   */
  private static final int MAX_BYTES = 3 * 64 * 1024;

  private FactText() {}

  static void write(String text, DataOutput out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String read(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MAX_BYTES) {
      throw new IOException("not a text written by this class");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Reads how many elements follow; more than {@code most}, or fewer than none, is refused. */
  static int readCount(DataInput in, int most) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > most) {
      throw new IOException("a count of " + count);
    }
    return count;
  }

  /** Reads a number that is never negative. */
  static long readAmount(DataInput in) throws IOException {
    long amount = in.readLong();
    if (amount < 0) {
      throw new IOException("an amount of " + amount);
    }
    return amount;
  }

  static void write(Optional<String> text, DataOutput out) throws IOException {
    out.writeBoolean(text.isPresent());
    if (text.isPresent()) {
      write(text.get(), out);
    }
  }

  static Optional<String> readOptional(DataInput in) throws IOException {
    return in.readBoolean() ? Optional.of(read(in)) : Optional.empty();
  }

  static void write(List<String> texts, DataOutput out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      write(text, out);
    }
  }

  /**
   * Reads a list.
   *
   * @param most the most texts that were ever written
   */
  static List<String> readList(DataInput in, int most) throws IOException {
    int count = readCount(in, most);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(read(in));
    }
    return texts;
  }
}
