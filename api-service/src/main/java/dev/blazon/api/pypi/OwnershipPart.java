package dev.blazon.api.pypi;

import com.fasterxml.jackson.core.JsonParser;
import dev.blazon.upstream.JsonPart;
import java.io.IOException;
import java.util.Set;

/** Reads the {@code ownership} of a PyPI document: the accounts with a role, without duplicates. */
record OwnershipPart(Set<String> users) implements JsonPart {

  @Override
  public JsonPart part(String field) {
    return switch (field) {
      case "roles", "" -> this; // The array of roles and each role in it.
      default -> SKIPPED;
    };
  }

  @Override
  public void value(String field, JsonParser parser) throws IOException {
    if (field.equals("user")) {
      JsonPart.text(parser).ifPresent(users::add);
    }
  }
}
