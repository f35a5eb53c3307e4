package dev.blazon.stats.download;

import dev.blazon.count.CountingRule;
import dev.blazon.count.Dimension;
import dev.blazon.count.Measure;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What several files or deliveries can tell together: only what each of them can. */
final class CommonOrigin {

  private final Set<Measure> measures = EnumSet.allOf(Measure.class);
  private final Set<Dimension> dimensions = EnumSet.allOf(Dimension.class);
  private Optional<CountingRule> rule = Optional.empty();

  void add(ImportOrigin next) {
    measures.retainAll(next.measures());
    dimensions.retainAll(next.dimensions());
    rule = next.rule();
  }

  ImportOrigin get(String source) {
    return new ImportOrigin(source, measures, dimensions, rule);
  }
}
