package dev.blazon.usage;

import java.util.List;
import java.util.Optional;

/**
 * The way to a field of a report, as EspyMetrics writes it: names of fields and places in lists,
 * joined by dollar signs, as in {@code python$version_info$0}. It is data: no part of it ever
 * becomes a part of SQL.
 *
 * @param segments from the outermost; 1 to {@link #MOST_SEGMENTS}, each of 1 to {@link
 *     #LONGEST_SEGMENT} characters without dollar signs
 */
public record FieldPath(List<String> segments) {

  /** Reports are not nested deeper. */
  public static final int MOST_SEGMENTS = 8;

  /** Reports have no longer names, in characters. */
  public static final int LONGEST_SEGMENT = 64;

  /** In words, for messages to a client. */
  public static final String FORM =
      "names of fields joined by $, as in python$version_info$0; at most "
          + MOST_SEGMENTS
          + " names of at most "
          + LONGEST_SEGMENT
          + " characters";

  private static final String SEPARATOR = "$";

  public FieldPath {
    segments = List.copyOf(segments);
    if (segments.isEmpty()
        || segments.size() > MOST_SEGMENTS
        || !segments.stream().allMatch(FieldPath::isSegment)) {
      throw new IllegalArgumentException("no path: " + FORM);
    }
  }

  private static boolean isSegment(String segment) {
    return !segment.isEmpty()
        && segment.length() <= LONGEST_SEGMENT
        && !segment.contains(SEPARATOR)
        && segment.chars().noneMatch(Character::isISOControl);
  }

  /** Reads {@code python$version_info$0}; empty for a text of another {@link #FORM}. */
  public static Optional<FieldPath> parse(String text) {
    if (text.length() > MOST_SEGMENTS * (LONGEST_SEGMENT + 1)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new FieldPath(List.of(text.split("\\$", -1))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** As in a URL before it is percent-encoded: {@code python$version_info$0}. */
  @Override
  public String toString() {
    return String.join(SEPARATOR, segments);
  }
}
