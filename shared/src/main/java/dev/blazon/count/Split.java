package dev.blazon.count;

import java.util.List;

/** What a series is split by. */
public sealed interface Split {

  /** All downloads in one line. */
  record Nothing() implements Split {}

  /**
   * Versions.
   *
   * @param globs which versions, as in {@code 2.*}; none means all
   */
  record Versions(List<String> globs) implements Split {
    public Versions {
      globs = List.copyOf(globs);
    }
  }

  /** The categories of a dimension. */
  record Categories(Dimension dimension) implements Split {}
}
