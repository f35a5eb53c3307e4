package dev.blazon.stats.download;

import dev.blazon.count.Day;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A source of single projects that has the rows it is given.
 *
 * @param missing days that it says it never got
 */
record StubHistory(String name, List<PlainRow> rows, Set<Day> missing) implements HistorySource {

  StubHistory(String name, List<PlainRow> rows) {
    this(name, rows, Set.of());
  }

  @Override
  public int projectsAtOnce() {
    return 10;
  }

  @Override
  public Delivery readHistory(
      Set<ProjectName> projects, DayRange days, Duration within, RowSink sink)
      throws SourceException {
    for (PlainRow row : rows) {
      if (days.contains(row.day())
          && projects.stream().anyMatch(name -> name.normalized().equals(row.project()))) {
        sink.count(CountRow.ofVersion(row.day(), row.project(), row.version(), row.counts()));
      }
    }
    return new Delivery(days, missing, EnumSet.allOf(Measure.class), Set.of(), Optional.empty());
  }
}
