package dev.blazon.stats;

import dev.blazon.project.ProjectName;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** A list of projects as a setting or an argument: names, or a file with one a line. */
public final class ProjectList {

  /**
   * Reads names with commas or spaces between them, or the file that has them; {@code #} begins a
   * comment there. Names have no slash, and paths have one.
   *
   * @throws IllegalArgumentException if there is no name, or one is wrong, or the file cannot be
   *     read
   */
  public static Set<ProjectName> parse(String text) {
    String list = text.contains("/") || text.contains("\\") ? StatsConfig.contents(text) : text;
    Set<ProjectName> names = new LinkedHashSet<>();
    list.lines()
        .map(line -> line.replaceFirst("#.*", ""))
        .flatMap(line -> Stream.of(line.split("[,\\s]+")))
        .filter(word -> !word.isEmpty())
        .forEach(word -> names.add(name(word)));
    if (names.isEmpty()) {
      throw new IllegalArgumentException("there is no name of a project");
    }
    return names;
  }

  private static ProjectName name(String word) {
    return ProjectName.parse(word)
        .flatMap(name -> ProjectName.parse(name.normalized()))
        .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no project's name"));
  }

  private ProjectList() {}
}
