package dev.blazon.api.pypi;

import com.fasterxml.jackson.core.JsonParser;
import dev.blazon.upstream.JsonPart;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads an array of texts and passes each to a consumer. */
record TextsPart(Consumer<String> consumer) implements JsonPart {

  @Override
  public void value(String field, JsonParser parser) throws IOException {
    JsonPart.text(parser).ifPresent(consumer);
  }
}
