package dev.blazon.count.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.count.CountingBreak;
import dev.blazon.count.CountingRule;
import dev.blazon.count.Counts;
import dev.blazon.count.DayState;
import dev.blazon.count.Dimension;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Measure;
import dev.blazon.count.Scope;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The ledger. Each day is a list of the parts of {@link LedgerEntry} in their order, since there
 * are thousands of days.
 */
final class LedgerForm implements ValueForm<Ledger> {

  /** PyPI has counted for eleven years. */
  private static final int MOST_DAYS = 20_000;

  /** A day has twelve parts, some of which are words. */
  private static final int NUMBERS_A_DAY = 12;

  /** Counting has changed twice in eleven years. */
  private static final int MOST_BREAKS = 1_000;

  @Override
  public int numbers(Ledger ledger) {
    return NUMBERS_A_DAY * ledger.entries().size();
  }

  @Override
  public void write(JsonGenerator json, Ledger ledger) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("days");
    for (LedgerEntry entry : ledger.entries()) {
      write(json, entry);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("breaks");
    for (CountingBreak change : ledger.breaks()) {
      json.writeStartArray();
      json.writeNumber(change.day().epochDay());
      json.writeString(change.reason());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, LedgerEntry entry) throws IOException {
    json.writeStartArray();
    json.writeNumber(entry.day().epochDay());
    json.writeString(entry.source());
    json.writeString(entry.scope().word());
    json.writeString(entry.rule().word());
    json.writeString(entry.state().word());
    json.writeNumber(entry.rows());
    json.writeNumber(entry.sum().all());
    json.writeNumber(entry.sum().withoutMirrors());
    json.writeNumber(entry.rejects());
    writeWords(json, entry.measures(), Measure::word);
    writeWords(json, entry.dimensions(), Dimension::word);
    json.writeString(entry.importedAt().toString());
    json.writeEndArray();
  }

  private static <E extends Enum<E>> void writeWords(
      JsonGenerator json, Set<E> values, Function<E, String> word) throws IOException {
    json.writeStartArray();
    for (E value : new TreeSet<>(values)) {
      json.writeString(word.apply(value));
    }
    json.writeEndArray();
  }

  @Override
  public Ledger read(JsonValues json) throws IOException {
    List<LedgerEntry> entries = new ArrayList<>();
    List<CountingBreak> breaks = new ArrayList<>();
    json.begin();
    for (String field = json.field(); !field.isEmpty(); field = json.field()) {
      switch (field) {
        case "days" -> {
          json.beginList();
          while (json.hasNext()) {
            JsonValues.fits(entries.size(), MOST_DAYS);
            entries.add(entry(json));
          }
        }
        case "breaks" -> {
          json.beginList();
          while (json.hasNext()) {
            JsonValues.fits(breaks.size(), MOST_BREAKS);
            json.thisList();
            breaks.add(new CountingBreak(json.day(), json.text()));
            json.endList();
          }
        }
        default -> json.skip();
      }
    }
    return new Ledger(entries, breaks);
  }

  private static LedgerEntry entry(JsonValues json) throws IOException {
    json.thisList();
    LedgerEntry entry =
        new LedgerEntry(
            json.day(),
            json.text(),
            json.word(Scope.values(), Scope::word),
            json.word(CountingRule.values(), CountingRule::word),
            json.word(DayState.values(), DayState::word),
            json.count(),
            new Counts(json.count(), json.count()),
            json.count(),
            words(json, Measure.class, Measure::word),
            words(json, Dimension.class, Dimension::word),
            instant(json.text()));
    json.endList();
    return entry;
  }

  private static Instant instant(String text) throws InvalidAnswerException {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidAnswerException("no time", e);
    }
  }

  private static <E extends Enum<E>> Set<E> words(
      JsonValues json, Class<E> type, Function<E, String> word) throws IOException {
    EnumSet<E> values = EnumSet.noneOf(type);
    json.beginList();
    while (json.hasNext()) {
      values.add(json.thisWord(type.getEnumConstants(), word));
    }
    return values;
  }
}
