package dev.blazon.api.pypi;

import com.fasterxml.jackson.core.JsonParser;
import dev.blazon.upstream.JsonPart;
import java.io.IOException;
import java.util.Set;

/** Reads the {@code ownership} of a PyPI document: the accounts with a role, without duplicates. */
record OwnershipPart(Set<String> users) implements JsonPart {

  /** More than any real project has; limits the memory that a hostile document can use. */
  private static final int MAX_USERS = 1_000;

  /** The longest name of an account, in characters; PyPI allows 50. */
  private static final int MAX_NAME = 100;

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
      JsonPart.text(parser, MAX_NAME)
          .filter(user -> users.size() < MAX_USERS)
          .ifPresent(users::add);
    }
  }
}
