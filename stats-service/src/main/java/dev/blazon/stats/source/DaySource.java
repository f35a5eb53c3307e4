package dev.blazon.stats.source;

import dev.blazon.count.Day;
import java.time.Duration;

/** A source that can give a whole day, of all projects or of those it was set up for. */
public non-sealed interface DaySource extends Source {

  /**
   * Sends all rows of a day. Rows of another day are refused by the sink.
   *
   * @param day a day that is over in UTC
   * @param within how long the source may take; it throws afterwards
   * @throws SourceException if the day could not be had as a whole
   */
  Delivery readDay(Day day, Duration within, RowSink rows)
      throws SourceException, InterruptedException;
}
