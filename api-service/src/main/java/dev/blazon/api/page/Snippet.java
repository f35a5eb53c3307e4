package dev.blazon.api.page;

import java.util.Locale;
import java.util.Optional;

/** The markup languages for a badge's snippet. */
enum Snippet {
  MARKDOWN("Markdown"),
  RST("reStructuredText"),
  HTML("HTML"),
  ASCIIDOC("AsciiDoc"),
  ORG("Org"),
  URL("URL");

  private final String title;

  Snippet(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The name in a query parameter. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The markup with this id, or empty if there is none. */
  static Optional<Snippet> of(String id) {
    for (Snippet snippet : values()) {
      if (snippet.id().equals(id)) {
        return Optional.of(snippet);
      }
    }
    return Optional.empty();
  }

  /**
   * The text to paste for a badge.
   *
   * @param image the URL of the badge, percent-encoded
   * @param alt the alternative text, which may contain any characters
   * @param target the URL of the link, percent-encoded; empty: no link
   */
  String of(String image, String alt, String target) {
    String plain = alt.replaceAll("\\s+", " ").strip();
    boolean linked = !target.isEmpty();
    return switch (this) {
      case MARKDOWN -> {
        String picture = "![" + markdown(plain) + "](" + image + ")";
        yield linked ? "[" + picture + "](" + target + ")" : picture;
      }
      case RST ->
          ".. image:: " + image + "\n   :alt: " + plain + (linked ? "\n   :target: " + target : "");
      case HTML -> {
        Html picture = Html.el("img", Html.attr("src", image), Html.attr("alt", plain));
        yield (linked ? Html.el("a", Html.attr("href", target), picture) : picture).written();
      }
      case ASCIIDOC ->
          "image:"
              + image
              + "[\""
              + asciidoc(plain)
              + "\""
              + (linked ? ",link=" + target : "")
              + "]";
      case ORG -> linked ? "[[" + target + "][" + image + "]]" : "[[" + image + "]]";
      case URL -> image;
    };
  }

  private static String markdown(String text) {
    return text.replaceAll("([\\\\\\[\\]<>`*_&])", "\\\\$1");
  }

  private static String asciidoc(String text) {
    return text.replace("\"", "\\\"").replace("]", "\\]");
  }
}
