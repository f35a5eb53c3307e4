package dev.blazon.upstream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/**
 * An object or array of a JSON document that streams by: told of its values and of the parts in it.
 * What a part does not care for is skipped without being read into memory. In arrays the field is
 * an empty text.
 */
public interface JsonPart {

  /** Not worth looking at, nor is anything in it. */
  JsonPart SKIPPED = new JsonPart() {};

  /** An object or array begins; the answer is told what is in it. */
  default JsonPart part(String field) {
    return SKIPPED;
  }

  /** A text, number, truth value or null; read it with {@link #text} or {@link #number}. */
  default void value(String field, JsonParser parser) throws IOException {}

  /** This part is over. */
  default void end() {}

  /** The current value as text; empty when it is null or a truth value. */
  static Optional<String> text(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return token == JsonToken.VALUE_STRING || token.isNumeric()
        ? Optional.of(parser.getText())
        : Optional.empty();
  }

  /** The current value as a whole number; 0 when it is none. */
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
