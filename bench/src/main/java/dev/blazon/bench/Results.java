package dev.blazon.bench;

import java.util.ArrayList;
import java.util.List;

/** What was measured in one run, written as Markdown. Not thread-safe. */
final class Results {

  private final String head;
  private final List<Goal> goals = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final StringBuilder body = new StringBuilder();

  /**
   * @param head where and how it was measured, Markdown
   */
  Results(String head) {
    this.head = head;
  }

  void section(String title, String text) {
    body.append("\n## ").append(title).append("\n\n").append(text.strip()).append('\n');
  }

  /** A table; the first row is its head. Cells hold no {@code |}. */
  void table(List<List<String>> rows) {
    body.append('\n');
    for (int i = 0; i < rows.size(); i++) {
      body.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
      if (i == 0) {
        body.append("|").append(" --- |".repeat(rows.get(0).size())).append('\n');
      }
    }
  }

  void text(String paragraph) {
    body.append('\n').append(paragraph.strip()).append('\n');
  }

  void goal(Goal goal) {
    goals.add(goal);
  }

  /** Something could not be measured: said in the report, instead of a number. */
  void failure(String what, Exception why) {
    failures.add(what + ": " + why);
  }

  boolean complete() {
    return failures.isEmpty();
  }

  String markdown() {
    StringBuilder all = new StringBuilder("# Benchmarks\n\n").append(head.strip()).append('\n');
    if (!goals.isEmpty()) {
      all.append("\n## Goals\n\n| | measured | goal | |\n| --- | --- | --- | --- |\n");
      for (Goal goal : goals) {
        String measured = Numbers.plain(goal.measured()) + " " + goal.unit();
        all.append("| ").append(goal.what()).append(" | ").append(measured).append(" | ");
        all.append(goal.target()).append(" | ").append(goal.verdict()).append(" |\n");
      }
    }
    if (!failures.isEmpty()) {
      all.append("\n## Not measured in this run\n\n");
      failures.forEach(failure -> all.append("* ").append(failure).append('\n'));
    }
    return all.append(body).toString();
  }
}
