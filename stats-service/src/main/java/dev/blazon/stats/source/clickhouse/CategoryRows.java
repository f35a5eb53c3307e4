package dev.blazon.stats.source.clickhouse;

import dev.blazon.count.Counts;
import dev.blazon.count.Dimension;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.BreakdownRow;
import dev.blazon.stats.source.RowSink;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.remote.CountText;
import dev.blazon.stats.source.remote.MalformedAnswerException;
import java.util.List;
import java.util.Map;

/**
 * Turns results about one dimension into rows, in both measures.
 *
 * <p>The tables by Python and by system do not know the installer. But no mirror, and no client
 * that linehaul does not know, says anything about Python or its system: so all downloads of
 * mirrors are in the category without a name, and the other categories have none.
 */
final class CategoryRows {

  private final Map<ProjectDay, Long> mirrors;

  /**
   * @param mirrors downloads of mirrors, on days that have any
   */
  CategoryRows(Map<ProjectDay, Long> mirrors) {
    this.mirrors = mirrors;
  }

  /** Sends a result of {@link ClickPyQueries#pythons} or {@link ClickPyQueries#systems}. */
  void emit(QueryResult result, Piece piece, Dimension dimension, RowSink sink)
      throws SourceException {
    for (ResultRow row : result.rows()) {
      ProjectDay key = key(row, piece);
      List<String> categories = row.list(2);
      List<String> counts = row.list(3);
      Rows.requireSameLength(categories, counts);
      for (int i = 0; i < categories.size(); i++) {
        String category = categories.get(i);
        long all = CountText.parse(counts.get(i));
        long mirrored = category.isEmpty() ? mirrors.getOrDefault(key, 0L) : 0;
        // ClickPy's tables of the same day differ by up to 2 %, so the difference could be
        // negative.
        sink.breakdown(row(key, dimension, category, all, Math.min(all, mirrored)));
      }
    }
  }

  /** Sends a result of {@link ClickPyQueries#countries}, which counts mirrors itself. */
  void emitCountries(QueryResult result, Piece piece, RowSink sink) throws SourceException {
    for (ResultRow row : result.rows()) {
      ProjectDay key = key(row, piece);
      List<String> countries = row.list(2);
      List<String> counts = row.list(3);
      List<String> mirrored = row.list(4);
      Rows.requireSameLength(countries, counts);
      Rows.requireSameLength(countries, mirrored);
      for (int i = 0; i < countries.size(); i++) {
        long all = CountText.parse(counts.get(i));
        long ofMirrors = CountText.parse(mirrored.get(i));
        if (ofMirrors > all) {
          throw new MalformedAnswerException("mirrors have more downloads than all together");
        }
        sink.breakdown(row(key, Dimension.COUNTRY, countries.get(i), all, ofMirrors));
      }
    }
  }

  private static BreakdownRow row(
      ProjectDay key, Dimension dimension, String category, long all, long ofMirrors) {
    return new BreakdownRow(
        key.day(), key.project(), dimension, category, new Counts(all, all - ofMirrors));
  }

  private static ProjectDay key(ResultRow row, Piece piece) {
    String project = row.text(0);
    if (piece.projects().stream().map(ProjectName::normalized).noneMatch(project::equals)) {
      throw new MalformedAnswerException("a row is about a project that was not asked for");
    }
    return new ProjectDay(project, Rows.day(row.text(1), piece.days()));
  }
}
