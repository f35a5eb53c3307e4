package dev.blazon.stats.source;

/**
 * A place where download counts can be had: files, ClickHouse, BigQuery, pypistats.org, pepy.tech.
 *
 * <p>The importer ({@code dev.blazon.stats.download}) calls a source on a worker thread, one call
 * at a time; calls block. The source calls the {@link RowSink} it was given, on the same thread, in
 * any order of rows, and returns a {@link Delivery} when the answer was whole. Nothing of a call
 * that throws is kept, so a source need not undo anything. Each request to an upstream has a
 * deadline and a bound of its own; the source ends soon after its thread is interrupted.
 */
public sealed interface Source permits DaySource, HistorySource {

  /**
   * The name under which the ledger keeps what came from here, as in {@code clickhouse}: lower-case
   * letters, at most 20. Two sources that count alike but disagree in numbers have two names.
   */
  String name();
}
