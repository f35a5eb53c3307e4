package dev.blazon.count.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * The JSON of one type of value.
 *
 * @param <T> the type
 */
interface ValueForm<T> {

  /** How many numbers a value has, in about. */
  int numbers(T value);

  void write(JsonGenerator json, T value) throws IOException;

  /**
   * Reads a value that begins with the next token.
   *
   * @throws IOException if it is malformed; {@link IllegalArgumentException} if its parts do not
   *     fit together
   */
  T read(JsonValues json) throws IOException;
}
