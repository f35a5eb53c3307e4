package dev.blazon.api.page;

/** The query of a URL while it is written. Not thread-safe. */
final class Query {

  private final StringBuilder text = new StringBuilder();

  /** Adds a parameter; an empty value is left out. */
  Query add(String name, String value) {
    if (!value.isEmpty()) {
      text.append(text.isEmpty() ? '?' : '&')
          .append(name)
          .append('=')
          .append(Encoding.component(value));
    }
    return this;
  }

  /** With its question mark; empty without parameters. */
  String written() {
    return text.toString();
  }
}
