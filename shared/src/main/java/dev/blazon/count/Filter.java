package dev.blazon.count;

import java.util.List;

/** Which downloads of a project a total counts. */
public sealed interface Filter {

  /** All downloads. */
  Filter NONE = new None();

  /** All downloads. */
  record None() implements Filter {}

  /**
   * Those of some versions.
   *
   * @param globs as in {@code 2.*}; a version that matches any of them counts; at least one
   */
  record Versions(List<String> globs) implements Filter {
    public Versions {
      globs = List.copyOf(globs);
    }
  }

  /**
   * Those of one category, as in {@code uv} of {@link Dimension#INSTALLER}; compared without regard
   * to case.
   */
  record Category(Dimension dimension, String value) implements Filter {}
}
