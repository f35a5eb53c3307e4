package dev.blazon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file {@code RESULTS.md}. Its sections are measured at different times, and each is replaced
 * separately.
 *
 * @param path the path of the file, which need not exist
 */
public record ResultsFile(Path path) {

  /** The heading of the section that {@code ./blazon bench stack} measures. */
  public static final String STACK = "## The stack";

  /** The heading of the section that {@code ./blazon bench charts} measures. */
  public static final String CHARTS = "## Charts";

  /** The heading of the section that {@code ./blazon bench stats} measures. */
  public static final String STATS = "## The stats service";

  /** The heading of the section that {@code ./blazon bench usage} measures. */
  public static final String USAGE = "## Usage reports";

  /** The file for reliable numbers. */
  public static ResultsFile lasting(Place place) {
    return new ResultsFile(place.root().resolve("bench/RESULTS.md"));
  }

  /** The file for a partial or quick run, which must not replace reliable numbers. */
  public static ResultsFile rough(Place place) {
    return new ResultsFile(place.root().resolve("bench/target/RESULTS.md"));
  }

  /** Replaces the section under this heading, and leaves the rest. */
  public void replace(String heading, String section) throws IOException {
    write(without(heading, text()).stripTrailing() + "\n\n" + section);
  }

  /** Replaces everything except the sections under these headings, which move to the end. */
  void replaceAllBut(List<String> headings, String markdown) throws IOException {
    String old = text();
    StringBuilder all = new StringBuilder(markdown.stripTrailing());
    for (String heading : headings) {
      all.append("\n\n").append(section(heading, old).strip());
    }
    write(all.toString());
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

  /**
   * The end of a section: the next heading of the same or a higher level, or the end of the text.
   */
  private static int end(int start, String markdown) {
    int level = markdown.indexOf(' ', start) - start;
    Matcher next = Pattern.compile("(?m)^#{1," + level + "} ").matcher(markdown);
    return next.find(start + level) ? next.start() : markdown.length();
  }
}
