package dev.blazon.stats.download;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of rows: CSV, NDJSON or log lines, plain or packed by gzip. Its first line tells which.
 */
final class RowFile {

  /** Sends all rows to the intake, and tells what they can say. */
  static ImportOrigin read(Path file, Intake intake) throws IOException, MalformedFileException {
    try (Lines lines = new Lines(file)) {
      if (!lines.next()) {
        throw lines.malformed("the file is empty");
      }
      CsvRows rows = new CsvRows(lines, intake);
      rows.read();
      return new ImportOrigin(Importer.FILE, rows.measures(), rows.dimensions(), Optional.empty());
    }
  }

  private RowFile() {}
}
