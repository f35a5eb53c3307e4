package dev.blazon.stats.command;

import dev.blazon.count.CountingRule;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.ProjectList;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options of commands that fetch days. */
final class SourceOptions {

  @Option(
      names = "--projects",
      paramLabel = "LIST",
      description =
          "only these projects, names or a file with one a line; about others the days say nothing")
  private Optional<String> projects = Optional.empty();

  @Option(
      names = "--counting",
      paramLabel = "RULE",
      defaultValue = "requests",
      description =
          "how BigQuery counts days before 2026-08-24: requests, as PyPI did then, or files")
  private CountingRule rule;

  /** Empty: none were listed. */
  Set<ProjectName> listed() {
    try {
      return projects.map(ProjectList::parse).orElse(Set.of());
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--projects: " + e.getMessage());
    }
  }

  /** Those of the option or else the setting; empty: all. */
  Set<ProjectName> wanted(Shell shell) {
    Set<ProjectName> listed = listed();
    return listed.isEmpty() ? shell.config().projects() : listed;
  }

  CountingRule rule() {
    return rule;
  }
}
