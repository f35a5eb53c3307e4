package dev.blazon.stats.schedule;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Dimension;
import dev.blazon.count.Measure;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.DaySource;
import dev.blazon.stats.source.Delivery;
import dev.blazon.stats.source.HistorySource;
import dev.blazon.stats.source.RowSink;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.source.remote.Deadline;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Days of listed projects, from a source of whole days that was set up for those projects. About
 * other projects such a day says nothing, so it is a part of the listed projects' histories.
 */
public final class ListedDays implements HistorySource {

  private final DaySource source;

  public ListedDays(DaySource source) {
    this.source = source;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public int projectsAtOnce() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Delivery readHistory(
      Set<ProjectName> projects, DayRange days, Duration within, RowSink rows)
      throws SourceException, InterruptedException {
    Deadline deadline = Deadline.of(name(), within);
    Set<Day> missing = new HashSet<>();
    Set<Measure> measures = EnumSet.allOf(Measure.class);
    Set<Dimension> dimensions = EnumSet.allOf(Dimension.class);
    for (Day day : days.days()) {
      try {
        Delivery delivery = source.readDay(day, deadline.left(), rows);
        measures.retainAll(delivery.measures());
        dimensions.retainAll(delivery.dimensions());
      } catch (SourceException e) {
        if (e.kind() != Kind.NO_SUCH_DAY) {
          throw e;
        }
        missing.add(day);
      }
    }
    if (missing.contains(days.last())) {
      throw new SourceException(Kind.NO_SUCH_DAY, name() + " has not got " + days.last());
    }
    return new Delivery(days, missing, measures, dimensions, Optional.empty());
  }
}
