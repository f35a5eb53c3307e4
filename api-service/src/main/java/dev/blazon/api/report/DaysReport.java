package dev.blazon.api.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.api.question.CallQuery;
import dev.blazon.api.question.DatedLedger;
import dev.blazon.api.question.Provenance;
import dev.blazon.api.question.Questions;
import dev.blazon.api.question.Refusal;
import dev.blazon.count.CountingBreak;
import dev.blazon.count.Day;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /api/v3/days}: which days were imported for all projects, and what they hold. */
final class DaysReport implements Report {

  /** A year, if the call does not say which days. */
  private static final int USUAL_DAYS = 366;

  /** An entry takes as long to write as so many numbers. */
  private static final int ENTRY_NUMBERS = 12;

  private final Questions questions;
  private final Pen pen;

  DaysReport(Questions questions, Pen pen) {
    this.questions = questions;
    this.pen = pen;
  }

  @Override
  public Future<Rendered> of(Call call) {
    call.query().allowOnly("from", "to");
    Optional<Day> from = call.query().day("from");
    Optional<Day> to = call.query().day("to");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw Refusal.badForm(
          "from", from.get().toString(), "a day up to " + to.get() + ", the last day");
    }
    return questions
        .ledger(call.deadline())
        .compose(ledger -> pen.write(content(ledger, from, to), call.gzip()));
  }

  private static Content content(DatedLedger dated, Optional<Day> from, Optional<Day> to) {
    Ledger ledger = dated.ledger();
    List<LedgerEntry> all = ledger.entries();
    Day last = to.orElseGet(() -> all.isEmpty() ? CallQuery.LATEST : all.get(all.size() - 1).day());
    Day first = from.orElseGet(() -> last.minus(USUAL_DAYS - 1));
    List<LedgerEntry> shown =
        all.stream()
            .filter(entry -> !entry.day().isBefore(first) && !entry.day().isAfter(last))
            .toList();
    Stream<Day> missing =
        ledger.missingDays().stream().filter(day -> !day.isBefore(first) && !day.isAfter(last));
    Provenance about =
        new Provenance(Optional.empty(), List.of(), dated.importedSince(Day.EARLIEST));
    return Content.json(
        about,
        (long) ENTRY_NUMBERS * shown.size(),
        json -> {
          json.writeStartObject();
          writeDay(json, "first_day", all.stream().findFirst().map(LedgerEntry::day));
          writeDay(json, "newest_complete_day", ledger.newestWholeDay());
          json.writeArrayFieldStart("missing");
          for (Day day : missing.toList()) {
            json.writeString(day.toString());
          }
          json.writeEndArray();
          json.writeArrayFieldStart("counting_breaks");
          for (CountingBreak next : ledger.breaks()) {
            json.writeStartObject();
            json.writeStringField("day", next.day().toString());
            json.writeStringField("reason", next.reason());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeStringField("credit", Provenance.CREDIT);
          json.writeArrayFieldStart("days");
          for (LedgerEntry entry : shown) {
            write(json, entry);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void writeDay(JsonGenerator json, String name, Optional<Day> day)
      throws IOException {
    json.writeFieldName(name);
    if (day.isPresent()) {
      json.writeString(day.get().toString());
    } else {
      json.writeNull();
    }
  }

  private static void write(JsonGenerator json, LedgerEntry entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("day", entry.day().toString());
    json.writeStringField("state", entry.state().word());
    json.writeStringField("source", entry.source());
    json.writeStringField("projects", entry.scope().word());
    json.writeStringField("rule", entry.rule().word());
    json.writeNumberField("rows", entry.rows());
    json.writeNumberField("downloads", entry.sum().all());
    json.writeNumberField("without_mirrors", entry.sum().withoutMirrors());
    json.writeNumberField("rejects", entry.rejects());
    writeWords(json, "measures", entry.measures().stream().map(measure -> measure.word()));
    writeWords(json, "dimensions", entry.dimensions().stream().map(split -> split.word()));
    json.writeStringField("imported_at", entry.importedAt().toString());
    json.writeEndObject();
  }

  /** In one order, since a set has none and equal answers must have equal bytes. */
  private static void writeWords(JsonGenerator json, String name, Stream<String> words)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String word : words.sorted().toList()) {
      json.writeString(word);
    }
    json.writeEndArray();
  }
}
