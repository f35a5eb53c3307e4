package dev.blazon.count.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.count.Basis;
import dev.blazon.count.Rank;
import java.io.IOException;
import java.util.Optional;

/** A project's place among all projects. */
final class RankForm implements ValueForm<Rank> {

  @Override
  public int numbers(Rank rank) {
    return 6;
  }

  @Override
  public void write(JsonGenerator json, Rank rank) throws IOException {
    json.writeStartObject();
    json.writeNumberField("rank", rank.rank());
    json.writeNumberField("projects", rank.projects());
    json.writeFieldName("basis");
    BasisForm.BASIS.write(json, rank.basis());
    json.writeEndObject();
  }

  @Override
  public Rank read(JsonValues json) throws IOException {
    int rank = 0;
    int projects = 0;
    Optional<Basis> basis = Optional.empty();
    json.begin();
    for (String field = json.field(); !field.isEmpty(); field = json.field()) {
      switch (field) {
        case "rank" -> rank = json.smallCount();
        case "projects" -> projects = json.smallCount();
        case "basis" -> basis = Optional.of(BasisForm.BASIS.read(json));
        default -> json.skip();
      }
    }
    if (rank == 0 || basis.isEmpty()) {
      throw new InvalidAnswerException("a place without a number or basis");
    }
    return new Rank(rank, projects, basis.get());
  }
}
