package dev.blazon.api.page;

import dev.blazon.count.Dimension;
import dev.blazon.count.Split;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a project's page splits downloads by. */
enum Breakdown {
  TOTAL("Total"),
  VERSION("Version"),
  PYTHON("Python"),
  SYSTEM("System"),
  INSTALLER("Installer"),
  COUNTRY("Country");

  /** Those that split anything, each with a table of its own. */
  static final List<Breakdown> PARTS = List.of(VERSION, PYTHON, SYSTEM, INSTALLER, COUNTRY);

  private final String title;

  Breakdown(String title) {
    this.title = title;
  }

  /** The name that readers see. */
  String title() {
    return title;
  }

  /** The name within a sentence. */
  String inWords() {
    return this == PYTHON ? title : word();
  }

  /** The name in a query parameter. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Breakdown> of(String word) {
    for (Breakdown breakdown : values()) {
      if (breakdown.word().equals(word)) {
        return Optional.of(breakdown);
      }
    }
    return Optional.empty();
  }

  /**
   * The question for it.
   *
   * @param globs which versions; none: all
   */
  Split split(List<String> globs) {
    return switch (this) {
      case TOTAL -> new Split.Nothing();
      case VERSION -> new Split.Versions(globs);
      case PYTHON -> new Split.Categories(Dimension.PYTHON);
      case SYSTEM -> new Split.Categories(Dimension.SYSTEM);
      case INSTALLER -> new Split.Categories(Dimension.INSTALLER);
      case COUNTRY -> new Split.Categories(Dimension.COUNTRY);
    };
  }

  /** What readers see for the name of a line. */
  String shown(String line) {
    if (line.isEmpty()) {
      return "unknown";
    }
    if (this != COUNTRY) {
      return line;
    }
    String name = new Locale("", line).getDisplayCountry(Locale.ENGLISH);
    return name.isEmpty() ? line : name;
  }
}
