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

  /** More than the longest text of all, an endpoint document's logo. */
  private static final int MAX_BYTES = 256 * 1024;

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

  static List<String> readList(DataInput in) throws IOException {
    int count = in.readInt();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(read(in));
    }
    return texts;
  }
}
