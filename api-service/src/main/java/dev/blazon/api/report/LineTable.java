package dev.blazon.api.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.api.pypi.Version;
import dev.blazon.count.Day;
import dev.blazon.count.Interval;
import dev.blazon.count.Series;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A series as text: JSON with a list of numbers a line, CSV and NDJSON with a row a number.
 * Versions are in the order of PEP 440, categories by their downloads.
 */
final class LineTable {

  /** A version, for sorting; those that PEP 440 does not know come first. */
  private record Named(int line, String name, Optional<Version> version) {}

  private static final Comparator<Named> BY_VERSION =
      Comparator.comparing(
              (Named named) -> named.version().orElse(null),
              Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Named::name);

  private final Optional<String> by;
  private final Optional<Series> found;
  private final int[] order;

  /**
   * Creates the text of a series.
   *
   * @param by what it is split by
   * @param found empty: there are no numbers
   */
  LineTable(Optional<String> by, Optional<Series> found) {
    this.by = by;
    this.found = found;
    this.order = found.map(series -> order(by, series)).orElse(new int[0]);
  }

  private static int[] order(Optional<String> by, Series series) {
    List<String> names = series.lines();
    if (by.filter("version"::equals).isPresent()) {
      return IntStream.range(0, names.size())
          .mapToObj(line -> new Named(line, names.get(line), Version.parse(names.get(line))))
          .sorted(BY_VERSION)
          .mapToInt(Named::line)
          .toArray();
    }
    return IntStream.range(0, names.size())
        .boxed()
        .sorted(
            Comparator.comparing((Integer line) -> -series.total(line)).thenComparing(names::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** About how many numbers the text has. */
  long numbers() {
    return found
        .map(series -> (long) (series.lines().size() + 1) * series.starts().size())
        .orElse(0L);
  }

  /** Writes the fields of an object. */
  void writeJson(JsonGenerator json, Interval interval) throws IOException {
    if (found.isEmpty()) {
      json.writeNumberField("downloads", 0);
      json.writeArrayFieldStart("dates");
      json.writeEndArray();
      json.writeArrayFieldStart("series");
      json.writeEndArray();
      return;
    }
    Series series = found.get();
    if (interval == Interval.DAY) {
      writeMissing(json, series);
    }
    long all = 0;
    for (int line : order) {
      all += series.total(line);
    }
    json.writeNumberField("downloads", all);
    json.writeArrayFieldStart("dates");
    for (Day start : series.starts()) {
      json.writeString(start.toString());
    }
    json.writeEndArray();
    if (interval != Interval.DAY) {
      json.writeFieldName("known_days");
      json.writeArray(series.knownDays(), 0, series.knownDays().length);
    }
    json.writeArrayFieldStart("series");
    for (int line : order) {
      json.writeStartObject();
      if (by.isPresent()) {
        writeName(json, series.lines().get(line));
      }
      json.writeNumberField("total", series.total(line));
      json.writeFieldName("downloads");
      long[] numbers = series.downloads()[line];
      json.writeArray(numbers, 0, numbers.length);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Downloads that belong to no version or category have no name. */
  private void writeName(JsonGenerator json, String name) throws IOException {
    if (name.isEmpty()) {
      json.writeNullField(by.orElseThrow());
    } else {
      json.writeStringField(by.orElseThrow(), name);
    }
  }

  private static void writeMissing(JsonGenerator json, Series series) throws IOException {
    json.writeArrayFieldStart("missing");
    int next = 0;
    for (Day day : series.basis().days().days()) {
      if (next < series.starts().size() && series.starts().get(next).equals(day)) {
        next++;
      } else {
        json.writeString(day.toString());
      }
    }
    json.writeEndArray();
  }

  /** What takes the rows of a table. */
  @FunctionalInterface
  private interface Rows {
    void row(Day date, String name, long downloads) throws IOException;
  }

  /** Rows by date. A split leaves out what is zero: most versions are not downloaded every day. */
  private void eachRow(Rows rows) throws IOException {
    if (found.isEmpty()) {
      return;
    }
    Series series = found.get();
    for (int time = 0; time < series.starts().size(); time++) {
      for (int line : order) {
        long downloads = series.downloads()[line][time];
        if (downloads > 0 || by.isEmpty()) {
          rows.row(series.starts().get(time), series.lines().get(line), downloads);
        }
      }
    }
  }

  /** Writes rows for spreadsheets (RFC 4180). */
  void writeCsv(OutputStream out) throws IOException {
    String column = by.map(name -> "," + name).orElse("");
    write(out, "date" + column + ",downloads\r\n");
    eachRow(
        (date, name, downloads) -> {
          String field = by.isPresent() ? "," + quoted(name) : "";
          write(out, date + field + "," + downloads + "\r\n");
        });
  }

  private static String quoted(String name) {
    boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes an object a line. */
  void writeNdjson(OutputStream out) throws IOException {
    JsonText.writeLines(
        out,
        json ->
            eachRow(
                (date, name, downloads) -> {
                  json.writeStartObject();
                  json.writeStringField("date", date.toString());
                  if (by.isPresent()) {
                    writeName(json, name);
                  }
                  json.writeNumberField("downloads", downloads);
                  json.writeEndObject();
                  json.writeRaw('\n');
                }));
  }
}
