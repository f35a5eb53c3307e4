package dev.blazon.stats.download;

import dev.blazon.stats.source.BreakdownRow;
import dev.blazon.stats.source.CountRow;
import dev.blazon.stats.source.RowSink;
import dev.blazon.stats.source.SourceException;

/** Tells how many rows a source has sent. For one thread. */
record WatchedRows(RowSink rows, ImportProgress progress) implements RowSink {

  @Override
  public void count(CountRow row) throws SourceException {
    rows.count(row);
    progress.rowsRead(1);
  }

  @Override
  public void breakdown(BreakdownRow row) throws SourceException {
    rows.breakdown(row);
    progress.rowsRead(1);
  }
}
