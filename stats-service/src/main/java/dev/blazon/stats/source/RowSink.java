package dev.blazon.stats.source;

/**
 * Takes the rows that a source reads. The importer implements it; it may write to disk, so calls
 * can block. It is not safe for use by several threads.
 */
public interface RowSink {

  /**
   * Takes a row that counts for totals, its version and its details. A row about an impossible name
   * or version is counted as a reject.
   *
   * @throws SourceException if the row is of a day or a project that nobody asked for
   */
  void count(CountRow row) throws SourceException;

  /** Takes a row that counts for one dimension only. */
  void breakdown(BreakdownRow row) throws SourceException;
}
