package dev.blazon.api.page;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a reader filled in: a query, or the body of a form (WHATWG URL, section 5). Immutable. */
final class Form {

  static final Form EMPTY = new Form(Map.of());

  /** Longer than anything that is read from a form, so that a flood of names costs nothing. */
  private static final int MAX_FIELDS = 64;

  private final Map<String, String> fields;

  private Form(Map<String, String> fields) {
    this.fields = fields;
  }

  /** Reads {@code name=value&…}; of a repeated name the first counts. Never throws. */
  static Form parse(String encoded) {
    Map<String, String> fields = new HashMap<>();
    try {
      Map<String, List<String>> all =
          new QueryStringDecoder(encoded, StandardCharsets.UTF_8, false, MAX_FIELDS).parameters();
      all.forEach((name, values) -> fields.put(name, values.get(0)));
    } catch (IllegalArgumentException e) {
      return EMPTY; // A broken percent-encoding: no browser sends one.
    }
    return new Form(fields);
  }

  /** The value as it was sent; empty when there is none. */
  String raw(String name) {
    return fields.getOrDefault(name, "");
  }

  /** A short value without blanks around it, cut at that length; empty when there is none. */
  String text(String name, int maxLength) {
    String value = raw(name).strip();
    return value.length() > maxLength ? value.substring(0, maxLength) : value;
  }

  Optional<String> given(String name, int maxLength) {
    return Optional.of(text(name, maxLength)).filter(value -> !value.isEmpty());
  }
}
