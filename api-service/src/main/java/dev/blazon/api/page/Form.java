package dev.blazon.api.page;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a submitted form, from a query or a body (WHATWG URL, section 5). Immutable. */
final class Form {

  static final Form EMPTY = new Form(Map.of());

  /** More than any of our forms has, so that a flood of names costs nothing. */
  private static final int MAX_FIELDS = 64;

  private final Map<String, String> fields;

  private Form(Map<String, String> fields) {
    this.fields = fields;
  }

  /** Reads {@code name=value&…}; the first of several equal names counts. Never throws. */
  static Form parse(String encoded) {
    Map<String, String> fields = new HashMap<>();
    try {
      Map<String, List<String>> all =
          new QueryStringDecoder(encoded, StandardCharsets.UTF_8, false, MAX_FIELDS).parameters();
      all.forEach((name, values) -> fields.put(name, values.get(0)));
    } catch (IllegalArgumentException e) {
      return EMPTY; // An invalid percent-encoding, which no browser sends.
    }
    return new Form(fields);
  }

  /** The unchanged value; empty if there is none. */
  String raw(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The value without surrounding white space, cut to a length; empty if there is none. */
  String text(String name, int maxLength) {
    String value = raw(name).strip();
    return value.length() > maxLength ? value.substring(0, maxLength) : value;
  }

  Optional<String> given(String name, int maxLength) {
    return Optional.of(text(name, maxLength)).filter(value -> !value.isEmpty());
  }
}
