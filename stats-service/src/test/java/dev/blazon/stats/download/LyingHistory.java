package dev.blazon.stats.download;

import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.CountRow;
import dev.blazon.stats.source.Delivery;
import dev.blazon.stats.source.HistorySource;
import dev.blazon.stats.source.RowSink;
import dev.blazon.stats.source.SourceException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A source that answers every question with the same row. */
record LyingHistory(PlainRow row) implements HistorySource {

  @Override
  public String name() {
    return "lying";
  }

  @Override
  public int projectsAtOnce() {
    return 1;
  }

  @Override
  public Delivery readHistory(
      Set<ProjectName> projects, DayRange days, Duration within, RowSink sink)
      throws SourceException {
    sink.count(CountRow.ofVersion(row.day(), row.project(), row.version(), row.counts()));
    return new Delivery(days, EnumSet.allOf(Measure.class), Set.of(), Optional.empty());
  }
}
