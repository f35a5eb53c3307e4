package dev.blazon.api.report;

import dev.blazon.api.question.Provenance;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What a call is answered with, not written yet.
 *
 * @param type the value of {@code Content-Type}
 * @param about what the numbers rest on
 * @param numbers about how many numbers there are
 * @param text writes the body
 */
record Content(String type, Provenance about, long numbers, Text text) {

  static final String JSON = "application/json;charset=utf-8";

  /** What writes a body. */
  @FunctionalInterface
  interface Text {
    void write(OutputStream out) throws IOException;
  }

  static Content json(Provenance about, long numbers, JsonText.Text text) {
    return new Content(JSON, about, numbers, out -> JsonText.write(out, text));
  }
}
