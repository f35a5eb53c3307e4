package dev.blazon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code RESULTS.md}: sections that are measured at different times, each replaced by itself.
 *
 * @param path of the file, there or not
 */
public record ResultsFile(Path path) {

  /** The heading of the part that {@code ./blazon bench stack} measures; it is the last one. */
  public static final String STACK = "## The stack";

  /** For numbers that count. */
  public static ResultsFile lasting(Place place) {
    return new ResultsFile(place.root().resolve("bench/RESULTS.md"));
  }

  /** For a part or a quick look, which do not replace what was measured with care. */
  public static ResultsFile rough(Place place) {
    return new ResultsFile(place.root().resolve("bench/target/RESULTS.md"));
  }

  /** Writes this section instead of the one under its heading, and leaves the rest. */
  public void replace(String heading, String section) throws IOException {
    write(without(heading, text()).stripTrailing() + "\n\n" + section);
  }

  /** Writes this text, and behind it the section under the heading, as it was. */
  void replaceAllBut(String heading, String markdown) throws IOException {
    String kept = section(heading, text());
    write(markdown.stripTrailing() + "\n\n" + kept);
  }

  private String text() throws IOException {
    return Files.exists(path) ? Files.readString(path) : "";
  }

  private void write(String markdown) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, markdown.strip() + "\n");
  }

  private static String section(String heading, String markdown) {
    int start = start(heading, markdown);
    return start < 0 ? "" : markdown.substring(start, end(start, markdown));
  }

  private static String without(String heading, String markdown) {
    int start = start(heading, markdown);
    return start < 0
        ? markdown
        : markdown.substring(0, start) + markdown.substring(end(start, markdown));
  }

  private static int start(String heading, String markdown) {
    if (markdown.startsWith(heading + "\n")) {
      return 0;
    }
    int found = markdown.indexOf("\n" + heading + "\n");
    return found < 0 ? -1 : found + 1;
  }

  /** At the next heading of the same or a higher level, or at the end. */
  private static int end(int start, String markdown) {
    int level = markdown.indexOf(' ', start) - start;
    Matcher next = Pattern.compile("(?m)^#{1," + level + "} ").matcher(markdown);
    return next.find(start + level) ? next.start() : markdown.length();
  }
}
