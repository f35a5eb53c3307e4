package dev.blazon.api.pypi;

import com.fasterxml.jackson.core.JsonParser;
import dev.blazon.upstream.JsonPart;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the object that contains a project's status marker (PEP 792). */
record StatusPart(Consumer<Optional<String>> consumer) implements JsonPart {

  @Override
  public void value(String field, JsonParser parser) throws IOException {
    if (field.equals("status")) {
      consumer.accept(JsonPart.text(parser));
    }
  }
}
