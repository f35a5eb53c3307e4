package dev.blazon.stats.download;

import dev.blazon.count.Day;
import dev.blazon.stats.sort.RowSorter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Lines of a CSV file of all-time totals: {@code project}, {@code total_downloads} and, if known,
 * {@code total_without_mirrors}. They go to the sorter with their line numbers in the place of
 * versions, so that a project that is there twice can be told.
 */
final class SeedRows {

  /** The most downloaded project had 10^11 by 2026. */
  private static final long MAX_TOTAL = 1_000_000_000_000_000L;

  private static final String PROJECT = "project";
  private static final String TOTAL = "total_downloads";
  private static final String WITHOUT_MIRRORS = "total_without_mirrors";

  private final Lines lines;
  private final Day until;
  private final RowSorter sorter;
  private final CsvFields fields = new CsvFields();
  private final NormalName name = new NormalName();
  private final int count;
  private final int project;
  private final int total;
  private final int withoutMirrors;

  /** Reads the first line, which names the columns. */
  SeedRows(Lines lines, Day until, RowSorter sorter) throws IOException, MalformedFileException {
    this.lines = lines;
    this.until = until;
    this.sorter = sorter;
    if (!lines.next()) {
      throw lines.malformed("the file is empty");
    }
    split();
    count = fields.count();
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < count; i++) {
      columns.put(fields.text(i), i);
    }
    for (String column : new String[] {PROJECT, TOTAL}) {
      if (!columns.containsKey(column)) {
        throw lines.malformed("the column " + column + " is missing in the first line");
      }
    }
    project = columns.get(PROJECT);
    total = columns.get(TOTAL);
    withoutMirrors = columns.getOrDefault(WITHOUT_MIRRORS, -1);
  }

  /** Sends all lines to the sorter; gives how many were about impossible names. */
  long read() throws IOException, MalformedFileException {
    long rejects = 0;
    while (lines.next()) {
      if (lines.end() > lines.start() && !readLine()) {
        rejects++;
      }
    }
    return rejects;
  }

  private boolean readLine() throws IOException, MalformedFileException {
    split();
    if (fields.count() != count) {
      throw lines.malformed(
          "there are " + fields.count() + " fields, but the first line has " + count);
    }
    long all = fields.count(total, TOTAL, MAX_TOTAL, lines);
    // What cannot be told apart counts as no mirror's: Summary.seedKnowsMirrors.
    long without =
        withoutMirrors < 0 ? all : fields.count(withoutMirrors, WITHOUT_MIRRORS, all, lines);
    if (!name.read(lines.array(), fields.start(project), fields.end(project))) {
      return false;
    }
    byte[] line = Long.toString(lines.number()).getBytes(StandardCharsets.US_ASCII);
    sorter.version(until, name.bytes(), name.length(), line, 0, line.length, all, without);
    return true;
  }

  private void split() throws MalformedFileException {
    if (!fields.split(lines.array(), lines.start(), lines.end())) {
      throw lines.malformed("quotes do not match, or there are too many fields");
    }
  }
}
