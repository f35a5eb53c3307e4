package dev.blazon.stats.source;

import dev.blazon.count.CountingRule;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Dimension;
import dev.blazon.count.Measure;
import java.util.Optional;
import java.util.Set;

/**
 * What a source says after it has sent all rows.
 *
 * @param days the days that are whole now, but for {@code missing}
 * @param missing days among them that the source never got, for any project; they are not zero
 * @param measures what the counts mean; without {@link Measure#WITHOUT_MIRRORS}, mirrors are
 *     unknown
 * @param dimensions what the rows were split by
 * @param rule how downloads were counted, if not as PyPI counted on each day
 */
public record Delivery(
    DayRange days,
    Set<Day> missing,
    Set<Measure> measures,
    Set<Dimension> dimensions,
    Optional<CountingRule> rule) {

  public Delivery {
    if (!measures.contains(Measure.ALL)) {
      throw new IllegalArgumentException("no source counts only a part of all downloads");
    }
    missing = Set.copyOf(missing);
    measures = Set.copyOf(measures);
    dimensions = Set.copyOf(dimensions);
  }

  /** A delivery without missing days. */
  public Delivery(
      DayRange days,
      Set<Measure> measures,
      Set<Dimension> dimensions,
      Optional<CountingRule> rule) {
    this(days, Set.of(), measures, dimensions, rule);
  }
}
