package dev.blazon.usage.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.count.wire.InvalidAnswerException;
import dev.blazon.count.wire.JsonValues;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageTable;
import dev.blazon.usage.UsageTable.Cut;
import dev.blazon.usage.UsageTable.Row;
import dev.blazon.usage.UsageTable.Source;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The JSON of a table: {@code {"rows":[[TIME,["3.12","Linux"],REPORTS,HOSTS],...],"records":9,
 * "errors":1,"groups":2,"first":TIME,"last":TIME,"cut":"time","source":"reports",
 * "hosts_error":10000}}. Times are milliseconds since 1970; -1 stands for no time and no number of
 * hosts; the error is in millionths.
 */
public final class TableForm {

  private static final int NONE = -1;
  private static final double MILLIONTHS = 1e6;

  private TableForm() {}

  public static byte[] write(UsageTable table) {
    return UsageExchange.DOCUMENTS.write(json -> write(json, table));
  }

  private static void write(JsonGenerator json, UsageTable table) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("rows");
    for (Row row : table.rows()) {
      json.writeStartArray();
      json.writeNumber(row.time().map(Instant::toEpochMilli).orElse((long) NONE));
      json.writeStartArray();
      for (String key : row.keys()) {
        json.writeString(key);
      }
      json.writeEndArray();
      json.writeNumber(row.reports());
      json.writeNumber(row.hosts().orElse(NONE));
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeNumberField("records", table.records());
    json.writeNumberField("errors", table.errors());
    json.writeNumberField("groups", table.groups());
    if (table.first().isPresent()) {
      json.writeNumberField("first", table.first().get().toEpochMilli());
    }
    if (table.last().isPresent()) {
      json.writeNumberField("last", table.last().get().toEpochMilli());
    }
    if (table.cut().isPresent()) {
      json.writeStringField("cut", word(table.cut().get()));
    }
    json.writeStringField("source", word(table.source()));
    json.writeNumberField("hosts_error", Math.round(table.hostsError() * MILLIONTHS));
    json.writeEndObject();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @throws InvalidAnswerException for anything else
   */
  public static UsageTable read(byte[] bytes) throws InvalidAnswerException {
    return UsageExchange.DOCUMENTS.read(bytes, UsageExchange.LONGEST_TABLE, TableForm::table);
  }

  private static UsageTable table(JsonValues json) throws IOException {
    List<Row> rows = List.of();
    long records = 0;
    long errors = 0;
    long groups = 0;
    Optional<Instant> first = Optional.empty();
    Optional<Instant> last = Optional.empty();
    Optional<Cut> cut = Optional.empty();
    Optional<Source> source = Optional.empty();
    double hostsError = 0;
    for (String field = json.field(); !field.isEmpty(); field = json.field()) {
      switch (field) {
        case "rows" -> rows = rows(json);
        case "records" -> records = json.count();
        case "errors" -> errors = json.count();
        case "groups" -> groups = json.count();
        case "first" -> first = Optional.of(Instant.ofEpochMilli(json.count()));
        case "last" -> last = Optional.of(Instant.ofEpochMilli(json.count()));
        case "cut" -> cut = Optional.of(json.word(Cut.values(), TableForm::word));
        case "source" -> source = Optional.of(json.word(Source.values(), TableForm::word));
        case "hosts_error" -> hostsError = json.count() / MILLIONTHS;
        default -> json.skip();
      }
    }
    if (source.isEmpty()) {
      throw new InvalidAnswerException("a table without a source");
    }
    return new UsageTable(
        rows, records, errors, groups, first, last, cut, source.get(), hostsError);
  }

  private static List<Row> rows(JsonValues json) throws IOException {
    List<Row> rows = new ArrayList<>();
    json.beginList();
    while (json.hasNext()) {
      JsonValues.fits(rows.size(), UsageTable.MOST_ROWS);
      json.thisList();
      long time = json.number();
      List<String> keys = json.texts(UsageQuestion.MOST_PATHS);
      long reports = json.count();
      long hosts = json.number();
      json.endList();
      rows.add(
          new Row(
              time < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(time)),
              keys,
              reports,
              hosts < 0 ? OptionalLong.empty() : OptionalLong.of(hosts)));
    }
    return rows;
  }
}
