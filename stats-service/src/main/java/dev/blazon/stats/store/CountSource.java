package dev.blazon.stats.store;

import dev.blazon.count.Measure;
import java.util.Set;

/**
 * A source that days of single projects are from.
 *
 * @param measures what it could count
 */
public record CountSource(String name, Set<Measure> measures) {

  public CountSource {
    measures = Set.copyOf(measures);
  }
}
