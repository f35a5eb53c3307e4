package dev.blazon.api.page;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A piece of HTML. Texts and attribute values are escaped when written; markup cannot be inserted
 * as a string. Immutable.
 */
sealed interface Html {

  /** Elements without content and without an end tag (HTML, section 13.1.2). */
  Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta", "source");

  /** Writes this piece as content of the surrounding element. */
  default void write(StringBuilder out) {}

  /** Writes this piece into the start tag of the surrounding element. */
  default void writeAttributes(StringBuilder out) {}

  /** Plain text. */
  record Text(String text) implements Html {
    @Override
    public void write(StringBuilder out) {
      escape(text, out);
    }
  }

  /** An attribute of the surrounding element. */
  record Attribute(String name, String value) implements Html {
    @Override
    public void writeAttributes(StringBuilder out) {
      out.append(' ').append(name).append("=\"");
      escape(value, out);
      out.append('"');
    }
  }

  /** An element, with its attributes and content in one list. */
  record Element(String name, List<Html> parts) implements Html {
    @Override
    public void write(StringBuilder out) {
      out.append('<').append(name);
      parts.forEach(part -> part.writeAttributes(out));
      out.append('>');
      if (!VOID.contains(name)) {
        parts.forEach(part -> part.write(out));
        out.append("</").append(name).append('>');
      }
    }
  }

  /** Any number of pieces as one. */
  record Pieces(List<? extends Html> parts) implements Html {
    @Override
    public void write(StringBuilder out) {
      parts.forEach(part -> part.write(out));
    }

    @Override
    public void writeAttributes(StringBuilder out) {
      parts.forEach(part -> part.writeAttributes(out));
    }
  }

  /**
   * Creates an element.
   *
   * @param tag its name, and its classes after dots: {@code div.card.wide}
   */
  static Html el(String tag, Html... parts) {
    int dot = tag.indexOf('.');
    if (dot < 0) {
      return new Element(tag, List.of(parts));
    }
    Html classes = attr("class", tag.substring(dot + 1).replace('.', ' '));
    return new Element(tag.substring(0, dot), List.of(classes, new Pieces(List.of(parts))));
  }

  /** Creates an element that contains only text. */
  static Html el(String tag, String text) {
    return el(tag, text(text));
  }

  static Html text(String text) {
    return new Text(text);
  }

  static Html attr(String name, String value) {
    return new Attribute(name, value);
  }

  /** Creates a boolean attribute, which has no value. */
  static Html flag(String name) {
    return attr(name, "");
  }

  static Html link(String address, String text) {
    return el("a", attr("href", address), text(text));
  }

  static Html all(Html... parts) {
    return new Pieces(List.of(parts));
  }

  static Html none() {
    return new Pieces(List.of());
  }

  static Html when(boolean condition, Html part) {
    return condition ? part : none();
  }

  static <T> Html when(Optional<T> value, Function<T, Html> part) {
    return value.map(part).orElseGet(Html::none);
  }

  static <T> Html each(Collection<T> values, Function<T, Html> part) {
    return new Pieces(values.stream().map(part).toList());
  }

  /** This piece as HTML text. */
  default String written() {
    StringBuilder out = new StringBuilder(8192);
    write(out);
    return out.toString();
  }

  /**
   * Escapes a text for content and for double-quoted attribute values; drops characters that HTML
   * forbids.
   */
  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> {
          if (c >= ' ' || c == '\n' || c == '\t') {
            out.append(c);
          }
        }
      }
    }
  }
}
