package dev.blazon.bench;

import java.util.ArrayList;
import java.util.List;

/** The results of one run, written as Markdown. Not thread-safe. */
public final class Results {

  private final String title;
  private final String head;
  private final List<Goal> goals = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final StringBuilder body = new StringBuilder();

  /**
   * @param title a heading in Markdown; the headings within are one level below it
   * @param head where and how it was measured, in Markdown
   */
  public Results(String title, String head) {
    this.title = title;
    this.head = head;
  }

  public void section(String name, String text) {
    body.append(heading(name)).append(text.strip()).append('\n');
  }

  private String heading(String name) {
    return "\n#" + title.substring(0, title.indexOf(' ')) + " " + name + "\n\n";
  }

  /** Adds a table; the first row is its head. Cells must not contain {@code |}. */
  public void table(List<List<String>> rows) {
    body.append('\n');
    for (int i = 0; i < rows.size(); i++) {
      body.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
      if (i == 0) {
        body.append("|").append(" --- |".repeat(rows.get(0).size())).append('\n');
      }
    }
  }

  public void text(String paragraph) {
    body.append('\n').append(paragraph.strip()).append('\n');
  }

  public void goal(Goal goal) {
    goals.add(goal);
  }

  /** Adds a failed measurement, which the report names instead of a number. */
  public void failure(String what, Exception why) {
    failures.add(what + ": " + why);
  }

  public boolean complete() {
    return failures.isEmpty();
  }

  public String markdown() {
    StringBuilder all = new StringBuilder(title + "\n\n").append(head.strip()).append('\n');
    if (!goals.isEmpty()) {
      all.append(heading("Goals")).append("| | measured | goal | |\n| --- | --- | --- | --- |\n");
      for (Goal goal : goals) {
        String measured = Numbers.plain(goal.measured()) + " " + goal.unit();
        all.append("| ").append(goal.what()).append(" | ").append(measured).append(" | ");
        all.append(goal.targetText()).append(" | ").append(goal.verdict()).append(" |\n");
      }
    }
    if (!failures.isEmpty()) {
      all.append(heading("Not measured in this run"));
      failures.forEach(failure -> all.append("* ").append(failure).append('\n'));
    }
    return all.append(body).toString();
  }
}
