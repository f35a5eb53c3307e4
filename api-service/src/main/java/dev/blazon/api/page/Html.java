package dev.blazon.api.page;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A piece of a page. Whatever is text, or the value of an attribute, is escaped when written; there
 * is no way to put markup in as a string. Immutable.
 */
sealed interface Html {

  /** Elements without content and without an end tag (HTML, section 13.1.2). */
  Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta");

  /** Writes what stands between tags. */
  default void write(StringBuilder out) {}

  /** Writes what stands in the start tag of the element around. */
  default void writeAttributes(StringBuilder out) {}

  /** Characters as they are read. */
  record Text(String text) implements Html {
    @Override
    public void write(StringBuilder out) {
      escape(text, out);
    }
  }

  /** Part of the start tag that it stands in. */
  record Attribute(String name, String value) implements Html {
    @Override
    public void writeAttributes(StringBuilder out) {
      out.append(' ').append(name).append("=\"");
      escape(value, out);
      out.append('"');
    }
  }

  /** A tag, its attributes and its content in one list. */
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

  /** Several pieces, or none, in the place of one. */
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
   * An element.
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

  /** An element with nothing but text. */
  static Html el(String tag, String text) {
    return el(tag, text(text));
  }

  static Html text(String text) {
    return new Text(text);
  }

  static Html attr(String name, String value) {
    return new Attribute(name, value);
  }

  /** An attribute that says something by being there. */
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

  /** The piece alone, as it is sent. */
  default String written() {
    StringBuilder out = new StringBuilder(8192);
    write(out);
    return out.toString();
  }

  /** Escapes for content and for double-quoted values alike; drops what HTML forbids. */
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
