package dev.blazon.count.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.count.Basis;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What an answer rests on. */
final class BasisForm implements ValueForm<Basis> {

  static final BasisForm BASIS = new BasisForm();

  /** There is one source a day at most, and few in all. */
  private static final int MOST_SOURCES = 100;

  private BasisForm() {}

  @Override
  public int numbers(Basis basis) {
    return 4;
  }

  @Override
  public void write(JsonGenerator json, Basis basis) throws IOException {
    json.writeStartObject();
    json.writeNumberField("first", basis.days().first().epochDay());
    json.writeNumberField("last", basis.days().last().epochDay());
    json.writeNumberField("known", basis.knownDays());
    json.writeArrayFieldStart("sources");
    for (String source : basis.sources()) {
      json.writeString(source);
    }
    json.writeEndArray();
    json.writeStringField("measure", basis.measure().word());
    json.writeBooleanField("breaks", basis.breaks());
    json.writeEndObject();
  }

  @Override
  public Basis read(JsonValues json) throws IOException {
    Optional<Day> first = Optional.empty();
    Optional<Day> last = Optional.empty();
    Optional<Measure> measure = Optional.empty();
    int known = 0;
    List<String> sources = List.of();
    boolean breaks = false;
    json.begin();
    for (String field = json.field(); !field.isEmpty(); field = json.field()) {
      switch (field) {
        case "first" -> first = Optional.of(json.day());
        case "last" -> last = Optional.of(json.day());
        case "known" -> known = json.smallCount();
        case "sources" -> sources = json.texts(MOST_SOURCES);
        case "measure" -> measure = Optional.of(json.word(Measure.values(), Measure::word));
        case "breaks" -> breaks = json.truth();
        default -> json.skip();
      }
    }
    if (first.isEmpty() || last.isEmpty() || measure.isEmpty()) {
      throw new InvalidAnswerException("a basis without days or without a measure");
    }
    return new Basis(new DayRange(first.get(), last.get()), known, sources, measure.get(), breaks);
  }
}
