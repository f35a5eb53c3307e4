package dev.blazon.stats.download;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.Dimension;
import dev.blazon.count.Measure;
import dev.blazon.stats.source.CountRow;
import dev.blazon.stats.source.Details;
import dev.blazon.stats.source.Mirrors;
import dev.blazon.stats.source.SourceException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Rows of NDJSON: a JSON object on each line, with the same fields as the columns of {@link
 * CsvRows}. Counts may be strings, as databases write 64-bit numbers. The first line tells which
 * fields there are.
 */
final class JsonRows {

  private static final JsonFactory JSON = new JsonFactory();

  private final Lines lines;
  private final Intake intake;
  private final Map<String, String> fields = new HashMap<>();
  private final Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
  private boolean hasMirrors;

  JsonRows(Lines lines, Intake intake) {
    this.lines = lines;
    this.intake = intake;
  }

  Set<Measure> measures() {
    return hasMirrors || dimensions.contains(Dimension.INSTALLER)
        ? EnumSet.allOf(Measure.class)
        : EnumSet.of(Measure.ALL);
  }

  Set<Dimension> dimensions() {
    return dimensions;
  }

  /** Sends all rows to the intake, from the line that {@code lines} stands at. */
  void read() throws IOException, MalformedFileException {
    readFields();
    hasMirrors = fields.containsKey(Measure.WITHOUT_MIRRORS.word());
    for (Dimension dimension : Dimension.values()) {
      if (fields.containsKey(dimension.word())) {
        dimensions.add(dimension);
      }
    }
    row();
    while (lines.next()) {
      if (lines.end() > lines.start()) {
        readFields();
        row();
      }
    }
  }

  private void readFields() throws IOException, MalformedFileException {
    fields.clear();
    try (JsonParser parser =
        JSON.createParser(lines.array(), lines.start(), lines.end() - lines.start())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw lines.malformed("the line is no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_NULL) {
          fields.put(name, "");
        } else if (value.isScalarValue()) {
          fields.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
      if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        throw lines.malformed("the JSON object does not end with the line");
      }
    } catch (JsonProcessingException e) {
      throw lines.malformed("the line is no JSON: " + e.getOriginalMessage());
    }
  }

  private void row() throws MalformedFileException {
    String date = required("date");
    Day day =
        Day.parse(date)
            .orElseThrow(
                () -> lines.malformed("date is no day such as 2026-08-24: '" + date + "'"));
    long all = count("downloads", Intake.MAX_COUNT);
    Details details = Details.NONE;
    for (Dimension dimension : dimensions) {
      details = details.with(dimension, fields.getOrDefault(dimension.word(), ""));
    }
    long without = all;
    if (hasMirrors) {
      without = count(Measure.WITHOUT_MIRRORS.word(), all);
    } else if (dimensions.contains(Dimension.INSTALLER)
        && Mirrors.contain(details.get(Dimension.INSTALLER).orElse(""))) {
      without = 0;
    }
    try {
      intake.count(
          new CountRow(
              day, required("project"), required("version"), new Counts(all, without), details));
    } catch (SourceException e) {
      throw lines.malformed(e.getMessage());
    }
  }

  private String required(String name) throws MalformedFileException {
    String value = fields.get(name);
    if (value == null) {
      throw lines.malformed("the field " + name + " is missing");
    }
    return value;
  }

  private long count(String name, long max) throws MalformedFileException {
    String text = required(name);
    if (!text.matches("\\d{1,18}")) {
      throw lines.malformed(name + " is no count: '" + text + "'");
    }
    long value = Long.parseLong(text);
    if (value > max) {
      throw lines.malformed(name + " is too large: " + value + " of at most " + max);
    }
    return value;
  }
}
