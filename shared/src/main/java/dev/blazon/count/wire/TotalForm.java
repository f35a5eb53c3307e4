package dev.blazon.count.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.count.Basis;
import dev.blazon.count.Total;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** The downloads of a project in a window. */
final class TotalForm implements ValueForm<Total> {

  @Override
  public int numbers(Total total) {
    return 5;
  }

  @Override
  public void write(JsonGenerator json, Total total) throws IOException {
    json.writeStartObject();
    json.writeNumberField("downloads", total.downloads());
    json.writeFieldName("basis");
    BasisForm.BASIS.write(json, total.basis());
    json.writeEndObject();
  }

  @Override
  public Total read(JsonValues json) throws IOException {
    OptionalLong downloads = OptionalLong.empty();
    Optional<Basis> basis = Optional.empty();
    json.begin();
    for (String field = json.field(); !field.isEmpty(); field = json.field()) {
      switch (field) {
        case "downloads" -> downloads = OptionalLong.of(json.count());
        case "basis" -> basis = Optional.of(BasisForm.BASIS.read(json));
        default -> json.skip();
      }
    }
    if (downloads.isEmpty() || basis.isEmpty()) {
      throw new InvalidAnswerException("a total without downloads or basis");
    }
    return new Total(downloads.getAsLong(), basis.get());
  }
}
