package dev.blazon.stats.source.clickhouse;

import dev.blazon.stats.source.remote.MalformedAnswerException;
import java.util.ArrayList;
import java.util.List;

/** A row of a result: columns that are texts, numbers as text, or lists of those. */
final class ResultRow {

  private final List<Object> columns = new ArrayList<>();

  void add(String text) {
    columns.add(text);
  }

  void add(List<String> texts) {
    columns.add(texts);
  }

  /**
   * A column that has one value.
   *
   * @throws MalformedAnswerException if there is none
   */
  String text(int column) {
    if (column < columns.size() && columns.get(column) instanceof String text) {
      return text;
    }
    throw new MalformedAnswerException("column " + column + " of a row is not a value");
  }

  /**
   * A column that has a list.
   *
   * @throws MalformedAnswerException if there is none
   */
  @SuppressWarnings("unchecked") // Only lists of texts are added.
  List<String> list(int column) {
    if (column < columns.size() && columns.get(column) instanceof List<?> list) {
      return (List<String>) list;
    }
    throw new MalformedAnswerException("column " + column + " of a row is not a list");
  }

  int width() {
    return columns.size();
  }
}
