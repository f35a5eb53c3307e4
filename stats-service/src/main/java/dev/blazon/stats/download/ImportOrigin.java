package dev.blazon.stats.download;

import dev.blazon.count.CountingRule;
import dev.blazon.count.Dimension;
import dev.blazon.count.Measure;
import java.util.Optional;
import java.util.Set;

/**
 * Where rows are from and what they can tell.
 *
 * @param source the name for the ledger
 * @param rule how downloads were counted, if not as PyPI counted on each day
 */
record ImportOrigin(
    String source, Set<Measure> measures, Set<Dimension> dimensions, Optional<CountingRule> rule) {

  ImportOrigin {
    measures = Set.copyOf(measures);
    dimensions = Set.copyOf(dimensions);
  }
}
