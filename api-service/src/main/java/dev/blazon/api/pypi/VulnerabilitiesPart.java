package dev.blazon.api.pypi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.blazon.upstream.JsonPart;
import java.io.IOException;
import java.util.List;

/**
 * Reads the {@code vulnerabilities} of a PyPI document: the ids of those that are not withdrawn.
 */
record VulnerabilitiesPart(List<String> ids) implements JsonPart {

  /** The longest id, in characters; real ones have about 20. */
  private static final int MAX_ID = 100;

  @Override
  public JsonPart part(String field) {
    return ids.size() < Project.MAX_VULNERABILITIES ? new VulnerabilityPart(ids) : SKIPPED;
  }

  private static final class VulnerabilityPart implements JsonPart {
    private final List<String> ids;
    private String id = "";
    private boolean withdrawn;

    VulnerabilityPart(List<String> ids) {
      this.ids = ids;
    }

    @Override
    public void value(String field, JsonParser parser) throws IOException {
      if (field.equals("id")) {
        id = JsonPart.text(parser, MAX_ID).orElse("");
      } else if (field.equals("withdrawn")) {
        withdrawn = parser.currentToken() != JsonToken.VALUE_NULL;
      }
    }

    @Override
    public void end() {
      if (!withdrawn) {
        ids.add(id);
      }
    }
  }
}
