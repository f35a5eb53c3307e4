package dev.blazon.stats.download;

import dev.blazon.count.Dimension;
import dev.blazon.count.Measure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A file of rows: CSV, NDJSON or log lines, plain or packed by gzip. Its first line tells which.
 */
final class RowFile {

  /** Sends all rows to the intake, and tells what they can say. */
  static ImportOrigin read(Path file, Intake intake, ImportProgress progress)
      throws IOException, MalformedFileException {
    try (Lines lines = new Lines(file, progress)) {
      if (!lines.next()) {
        throw lines.malformed("the file is empty");
      }
      String first =
          new String(
              lines.array(), lines.start(), lines.end() - lines.start(), StandardCharsets.UTF_8);
      if (LogRows.isLog(first)) {
        new LogRows(lines, intake).read();
        return origin(EnumSet.allOf(Measure.class), EnumSet.allOf(Dimension.class));
      }
      if (first.startsWith("{")) {
        JsonRows rows = new JsonRows(lines, intake);
        rows.read();
        return origin(rows.measures(), rows.dimensions());
      }
      CsvRows rows = new CsvRows(lines, intake);
      rows.read();
      return origin(rows.measures(), rows.dimensions());
    }
  }

  private static ImportOrigin origin(Set<Measure> measures, Set<Dimension> dimensions) {
    return new ImportOrigin(Importer.FILE, measures, dimensions, Optional.empty());
  }

  private RowFile() {}
}
