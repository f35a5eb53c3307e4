package dev.blazon.stats.download;

import dev.blazon.count.Day;
import dev.blazon.count.Dimension;
import dev.blazon.count.Measure;
import dev.blazon.stats.source.Mirrors;
import dev.blazon.stats.source.SourceException;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of a CSV file, whose first line names the columns: {@code date}, {@code project}, {@code
 * version} and {@code downloads}, and any of {@code without_mirrors} and the dimensions, in any
 * order. Without {@code without_mirrors}, mirrors are told by the installer, if that is a column.
 */
final class CsvRows {

  private final Lines lines;
  private final Intake intake;
  private final CsvFields fields = new CsvFields();
  private final DateBytes dates = new DateBytes();
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<Dimension, Integer> dimensions = new EnumMap<>(Dimension.class);
  private final int date;
  private final int project;
  private final int version;
  private final int downloads;
  private final int withoutMirrors;
  private final int installer;
  private final int count;

  /** Reads the first line, which {@code lines} stands at. */
  CsvRows(Lines lines, Intake intake) throws MalformedFileException {
    this.lines = lines;
    this.intake = intake;
    if (!fields.split(lines.array(), lines.start(), lines.end())) {
      throw lines.malformed("the first line is no line of CSV");
    }
    count = fields.count();
    for (int i = 0; i < count; i++) {
      columns.put(fields.text(i), i);
    }
    date = required("date");
    project = required("project");
    version = required("version");
    downloads = required("downloads");
    withoutMirrors = columns.getOrDefault(Measure.WITHOUT_MIRRORS.word(), -1);
    installer = columns.getOrDefault(Dimension.INSTALLER.word(), -1);
    for (Dimension dimension : Dimension.values()) {
      Integer column = columns.get(dimension.word());
      if (column != null) {
        dimensions.put(dimension, column);
      }
    }
  }

  private int required(String column) throws MalformedFileException {
    Integer place = columns.get(column);
    if (place == null) {
      throw lines.malformed("the column " + column + " is missing in the first line");
    }
    return place;
  }

  Set<Measure> measures() {
    return withoutMirrors >= 0 || installer >= 0
        ? EnumSet.allOf(Measure.class)
        : EnumSet.of(Measure.ALL);
  }

  Set<Dimension> dimensions() {
    return dimensions.keySet();
  }

  /** Sends all rows to the intake. */
  void read() throws IOException, MalformedFileException {
    try {
      while (lines.next()) {
        if (lines.end() > lines.start()) {
          row();
        }
      }
    } catch (SourceException e) {
      throw lines.malformed(e.getMessage());
    }
  }

  private void row() throws MalformedFileException, SourceException {
    byte[] bytes = lines.array();
    if (!fields.split(bytes, lines.start(), lines.end())) {
      throw lines.malformed("quotes do not match, or there are too many fields");
    }
    if (fields.count() != count) {
      throw lines.malformed(
          "there are " + fields.count() + " fields, but the first line has " + count);
    }
    Optional<Day> day = dates.read(bytes, fields.start(date), fields.end(date));
    if (day.isEmpty()) {
      throw lines.malformed("date is no day such as 2026-08-24: '" + fields.text(date) + "'");
    }
    long all = fields.count(downloads, "downloads", Intake.MAX_COUNT, lines);
    long without = withoutMirrors(all);
    intake.begin(day.get());
    if (intake.version(
        bytes,
        fields.start(project),
        fields.end(project),
        bytes,
        fields.start(version),
        fields.end(version),
        all,
        without)) {
      for (Map.Entry<Dimension, Integer> dimension : dimensions.entrySet()) {
        int column = dimension.getValue();
        intake.category(
            dimension.getKey(), bytes, fields.start(column), fields.end(column), all, without);
      }
    }
  }

  private long withoutMirrors(long all) throws MalformedFileException {
    if (withoutMirrors >= 0) {
      return fields.count(withoutMirrors, Measure.WITHOUT_MIRRORS.word(), all, lines);
    }
    return installer >= 0 && Mirrors.contain(fields.text(installer)) ? 0 : all;
  }
}
