package dev.blazon.stats.usage.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.blazon.usage.FieldPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads some fields of a kept report. For one thread. */
public final class FieldReader {

  private final List<FieldPath> paths;

  public FieldReader(List<FieldPath> paths) {
    this.paths = List.copyOf(paths);
  }

  /**
   * The values of the fields, in the order of their paths; empty if the report lacks one of them,
   * or it is an object or a list.
   *
   * @throws IOException if the bytes are no report
   */
  public Optional<List<String>> read(byte[] report) throws IOException {
    String[] found = new String[paths.size()];
    try (JsonParser json = Reports.FACTORY.createParser(report)) {
      List<String> at = new ArrayList<>();
      json.nextToken();
      inside(json, at, found);
    }
    return Arrays.asList(found).contains(null) ? Optional.empty() : Optional.of(List.of(found));
  }

  private void inside(JsonParser json, List<String> at, String[] found) throws IOException {
    boolean isArray = json.currentToken() == JsonToken.START_ARRAY;
    int place = 0;
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (token == null) {
        throw new IOException("a cut report");
      }
      at.add(isArray ? Integer.toString(place++) : json.currentName());
      if (!isArray) {
        json.nextToken();
      }
      if (json.currentToken().isScalarValue()) {
        take(json, at, found);
      } else {
        inside(json, at, found);
      }
      at.remove(at.size() - 1);
    }
  }

  private void take(JsonParser json, List<String> at, String[] found) throws IOException {
    for (int i = 0; i < found.length; i++) {
      if (paths.get(i).segments().equals(at)) {
        String text = json.getText();
        found[i] = ReportCopy.group(text);
      }
    }
  }
}
