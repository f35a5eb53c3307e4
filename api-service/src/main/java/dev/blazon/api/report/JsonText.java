package dev.blazon.api.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes JSON as it is made, without a tree in memory. */
final class JsonText {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** For texts that end each line themselves. */
  private static final JsonFactory LINES = new JsonFactoryBuilder().rootValueSeparator("").build();

  /** What writes a JSON text. */
  @FunctionalInterface
  interface Text {
    void write(JsonGenerator json) throws IOException;
  }

  private JsonText() {}

  /** Writes a text; does not close the stream. */
  static void write(OutputStream out, Text text) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      text.write(json);
    }
  }

  /** Writes several texts, each of which ends its line itself; does not close the stream. */
  static void writeLines(OutputStream out, Text texts) throws IOException {
    try (JsonGenerator json = LINES.createGenerator(out)) {
      texts.write(json);
    }
  }

  /** A short text. */
  static byte[] bytes(Text text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(out, text);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return out.toByteArray();
  }
}
