package dev.blazon.count.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.count.RankedProject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The first places of a ranking: {@code [[place,"project",downloads,before],...]}. */
final class TopForm implements ValueForm<List<RankedProject>> {

  @Override
  public int numbers(List<RankedProject> places) {
    return 4 * places.size();
  }

  @Override
  public void write(JsonGenerator json, List<RankedProject> places) throws IOException {
    json.writeStartArray();
    for (RankedProject place : places) {
      json.writeStartArray();
      json.writeNumber(place.place());
      json.writeString(place.project());
      json.writeNumber(place.downloads());
      json.writeNumber(place.before());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  @Override
  public List<RankedProject> read(JsonValues json) throws IOException {
    List<RankedProject> places = new ArrayList<>();
    json.beginList();
    while (json.hasNext()) {
      JsonValues.fits(places.size(), StatsExchange.MOST_PLACES);
      json.thisList();
      places.add(new RankedProject(json.smallCount(), json.text(), json.count(), json.count()));
      json.endList();
    }
    return places;
  }
}
