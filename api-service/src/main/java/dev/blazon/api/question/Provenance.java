package dev.blazon.api.question;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.count.Basis;
import dev.blazon.count.CountingBreak;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the numbers of an answer rest on: which days, from where, what was counted.
 *
 * @param basis empty if no day is known
 * @param breaks the days among them on which counting changed
 * @param importedAt when the newest of their imports ended; empty if that is not known
 */
public record Provenance(
    Optional<Basis> basis, List<CountingBreak> breaks, Optional<Instant> importedAt) {

  /** The dataset's licence asks for this. */
  public static final String CREDIT = "Download data: Python Package Index (Linehaul), CC BY 4.0";

  /** Where the licence of the dataset can be read. */
  public static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";

  public static final Provenance NONE =
      new Provenance(Optional.empty(), List.of(), Optional.empty());

  /** How many days between the first and the last are not known. */
  public static int missingDays(Basis basis) {
    return basis.days().length() - basis.knownDays();
  }

  /** Writes it as fields of an object. */
  public void write(JsonGenerator json) throws IOException {
    if (basis.isPresent()) {
      write(json, basis.get());
    } else {
      json.writeNullField("first_day");
      json.writeNullField("last_day");
    }
    json.writeArrayFieldStart("counting_breaks");
    for (CountingBreak next : breaks) {
      json.writeStartObject();
      json.writeStringField("day", next.day().toString());
      json.writeStringField("reason", next.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("credit", CREDIT);
  }

  private static void write(JsonGenerator json, Basis basis) throws IOException {
    json.writeStringField("first_day", basis.days().first().toString());
    json.writeStringField("last_day", basis.days().last().toString());
    json.writeNumberField("missing_days", missingDays(basis));
    json.writeStringField("counts", basis.measure().word());
    json.writeArrayFieldStart("sources");
    for (String source : basis.sources()) {
      json.writeString(source);
    }
    json.writeEndArray();
  }

  /**
   * The same in a header, for answers whose form has no place for it: a dictionary (RFC 9651,
   * section 3.2), as in {@code first="2026-08-01", last="2026-08-30", missing=0, counts="all",
   * sources="file", breaks="2026-08-24"}.
   */
  public Optional<String> header() {
    return basis.map(
        known -> {
          StringBuilder text = new StringBuilder();
          text.append("first=\"").append(known.days().first());
          text.append("\", last=\"").append(known.days().last());
          text.append("\", missing=").append(missingDays(known));
          text.append(", counts=\"").append(known.measure().word());
          text.append("\", sources=\"").append(String.join(" ", known.sources())).append('"');
          if (!breaks.isEmpty()) {
            List<String> days = breaks.stream().map(next -> next.day().toString()).toList();
            text.append(", breaks=\"").append(String.join(" ", days)).append('"');
          }
          return text.toString();
        });
  }
}
