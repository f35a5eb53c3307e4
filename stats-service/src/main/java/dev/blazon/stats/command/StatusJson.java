package dev.blazon.stats.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.count.Counts;
import dev.blazon.count.DayRange;
import dev.blazon.count.LedgerEntry;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/** A status as JSON for programs. */
final class StatusJson {

  private static final JsonFactory JSON = new JsonFactory();

  static String of(Status status) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("database", status.database());
      json.writeNumberField("bytes", status.bytes());
      if (status.newestWhole().isPresent()) {
        json.writeStringField("newest_complete", status.newestWhole().get().toString());
      } else {
        json.writeNullField("newest_complete");
      }
      json.writeArrayFieldStart("missing");
      for (DayRange gap : status.gaps()) {
        json.writeStartObject();
        json.writeStringField("from", gap.first().toString());
        json.writeStringField("to", gap.last().toString());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeObjectFieldStart("sources");
      for (Map.Entry<String, Status.SourceDays> source : status.sources().entrySet()) {
        json.writeObjectFieldStart(source.getKey());
        json.writeNumberField("days", source.getValue().days());
        json.writeNumberField("rows", source.getValue().rows());
        downloads(json, source.getValue().sum());
        json.writeNumberField("rejects", source.getValue().rejects());
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeArrayFieldStart("days");
      for (LedgerEntry entry : status.ledger().entries()) {
        day(json, entry);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void day(JsonGenerator json, LedgerEntry entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("day", entry.day().toString());
    json.writeStringField("source", entry.source());
    json.writeStringField("scope", entry.scope().word());
    json.writeStringField("state", entry.state().word());
    json.writeStringField("rule", entry.rule().word());
    json.writeNumberField("rows", entry.rows());
    downloads(json, entry.sum());
    json.writeNumberField("rejects", entry.rejects());
    json.writeStringField("imported_at", entry.importedAt().toString());
    json.writeEndObject();
  }

  private static void downloads(JsonGenerator json, Counts sum) throws IOException {
    json.writeNumberField("downloads", sum.all());
    json.writeNumberField("without_mirrors", sum.withoutMirrors());
  }

  private StatusJson() {}
}
