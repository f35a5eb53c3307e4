package dev.blazon.upstream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/**
 * Receives the contents of an object or array of a JSON document while the document is parsed. By
 * default everything is skipped, without being read into memory. In arrays, the field is an empty
 * string.
 */
public interface JsonPart {

  /** Skips the object or array with everything in it. */
  JsonPart SKIPPED = new JsonPart() {};

  /** An object or array begins; the returned part receives its contents. */
  default JsonPart part(String field) {
    return SKIPPED;
  }

  /** A string, number, boolean or null; read it with {@link #text} or {@link #number}. */
  default void value(String field, JsonParser parser) throws IOException {}

  /** The object or array ends. */
  default void end() {}

  /** The current value as text; empty if it is null or a boolean. */
  static Optional<String> text(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return token == JsonToken.VALUE_STRING || token.isNumeric()
        ? Optional.of(parser.getText())
        : Optional.empty();
  }

  /**
   * The current value as text, cut after some characters; empty if it is null or a boolean.
   *
   * @param longest the most characters, in UTF-16
   */
  static Optional<String> text(JsonParser parser, int longest) throws IOException {
    return text(parser).map(text -> text.length() <= longest ? text : text.substring(0, longest));
  }

  /** The current value as a whole number; 0 if it is not a number. */
  static long number(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING) {
      return parser.getValueAsLong(0);
    }
    if (!token.isNumeric()) {
      return 0;
    }
    double approximate = parser.getDoubleValue();
    return Math.abs(approximate) < Long.MAX_VALUE ? parser.getLongValue() : 0;
  }

  /** Whether the current value is {@code true}. */
  static boolean isTrue(JsonParser parser) {
    return parser.currentToken() == JsonToken.VALUE_TRUE;
  }
}
