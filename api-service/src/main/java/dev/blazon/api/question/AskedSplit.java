package dev.blazon.api.question;

import dev.blazon.count.Dimension;
import dev.blazon.count.Split;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a call wants downloads split by: its parameters {@code by} and {@code versions}.
 *
 * @param by the word for it; empty: they are not split
 * @param globs which versions; none: all
 */
public record AskedSplit(Optional<String> by, List<String> globs) {

  /** The word for versions; the others are those of {@link Dimension}. */
  public static final String BY_VERSION = "version";

  private static final int MOST_GLOBS = 32;
  private static final int LONGEST_GLOB = 64;

  /**
   * Reads the parameters; refuses patterns of versions together with another split.
   *
   * @param possible the values of {@code by}
   */
  public static AskedSplit of(CallQuery query, List<String> possible) {
    List<String> globs = query.globs("versions", MOST_GLOBS, LONGEST_GLOB);
    Optional<String> by =
        query
            .optionalChoice("by", possible)
            .or(() -> globs.isEmpty() ? Optional.empty() : Optional.of(BY_VERSION));
    by.filter(given -> !globs.isEmpty() && !given.equals(BY_VERSION))
        .ifPresent(
            wrong -> {
              throw Refusal.badValue("by", wrong + " together with versions", List.of(BY_VERSION));
            });
    return new AskedSplit(by, globs);
  }

  /** The same as a part of a question. */
  public Split split() {
    if (by.isEmpty()) {
      return new Split.Nothing();
    }
    return by.get().equals(BY_VERSION)
        ? new Split.Versions(globs)
        : new Split.Categories(Dimension.valueOf(by.get().toUpperCase(Locale.ROOT)));
  }
}
