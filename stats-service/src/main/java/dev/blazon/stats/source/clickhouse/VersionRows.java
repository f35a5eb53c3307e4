package dev.blazon.stats.source.clickhouse;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.Dimension;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.CountRow;
import dev.blazon.stats.source.Details;
import dev.blazon.stats.source.Mirrors;
import dev.blazon.stats.source.RowSink;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.remote.CountText;
import dev.blazon.stats.source.remote.MalformedAnswerException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns results about versions and installers into rows, and sums up the downloads of mirrors. A
 * result must have exactly the days that the sizes announced: a server that stopped early sends
 * fewer.
 */
final class VersionRows {

  private final ProjectSizes sizes;
  private final Map<ProjectDay, Long> mirrors = new HashMap<>();
  private final Map<String, Details> installers = new HashMap<>();

  VersionRows(ProjectSizes sizes) {
    this.sizes = sizes;
  }

  /** Downloads of mirrors, on days that have any. */
  Map<ProjectDay, Long> mirrors() {
    return mirrors;
  }

  /** Checks the whole result of {@link ClickPyQueries#versions}, then sends its rows. */
  void emit(QueryResult result, Piece piece, RowSink sink) throws SourceException {
    Set<ProjectDay> seen = new HashSet<>();
    for (ResultRow row : result.rows()) {
      ProjectDay key = key(row, piece);
      if (!seen.add(key)) {
        throw new MalformedAnswerException("a project's day appears twice: " + key);
      }
    }
    requireAll(piece, seen);
    List<CountRow> rows = new ArrayList<>();
    for (ResultRow row : result.rows()) {
      read(row, key(row, piece), rows);
    }
    for (CountRow row : rows) {
      sink.count(row);
    }
  }

  private ProjectDay key(ResultRow row, Piece piece) {
    ProjectName project = sizes.project(row.text(0));
    if (!piece.projects().contains(project)) {
      throw new MalformedAnswerException(
          "a row is about " + project.normalized() + ", which this query did not ask for");
    }
    return new ProjectDay(project.normalized(), Rows.day(row.text(1), piece.days()));
  }

  private void requireAll(Piece piece, Set<ProjectDay> seen) {
    for (ProjectName project : piece.projects()) {
      for (Day day : sizes.byProject().get(project).keySet()) {
        ProjectDay key = new ProjectDay(project.normalized(), day);
        if (piece.days().contains(day) && !seen.contains(key)) {
          throw new MalformedAnswerException("the answer is too short: it lacks " + key);
        }
      }
    }
  }

  private void read(ResultRow row, ProjectDay key, List<CountRow> rows) {
    List<String> versions = row.list(2);
    List<String> names = row.list(3);
    List<String> counts = row.list(4);
    Rows.requireSameLength(versions, names);
    Rows.requireSameLength(versions, counts);
    for (int i = 0; i < versions.size(); i++) {
      String installer = names.get(i);
      long count = CountText.parse(counts.get(i));
      boolean isMirror = Mirrors.contain(installer);
      if (isMirror) {
        mirrors.merge(key, count, Math::addExact);
      }
      rows.add(
          new CountRow(
              key.day(),
              key.project(),
              versions.get(i),
              new Counts(count, isMirror ? 0 : count),
              installers.computeIfAbsent(
                  installer, name -> Details.NONE.with(Dimension.INSTALLER, name))));
    }
  }
}
