package dev.blazon.stats.download;

import dev.blazon.stats.count.Dimension;
import dev.blazon.stats.count.Measure;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What several files that hold the same days can tell: only what each of them can. */
final class FileOrigin {

  private final Set<Measure> measures = EnumSet.allOf(Measure.class);
  private final Set<Dimension> dimensions = EnumSet.allOf(Dimension.class);

  void add(ImportOrigin file) {
    measures.retainAll(file.measures());
    dimensions.retainAll(file.dimensions());
  }

  ImportOrigin get() {
    return new ImportOrigin(Importer.FILE, measures, dimensions, Optional.empty());
  }
}
