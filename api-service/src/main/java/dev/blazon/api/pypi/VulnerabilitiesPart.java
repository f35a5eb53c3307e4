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

  /** More than any real release has; limits the memory that a hostile document can use. */
  private static final int MAX_VULNERABILITIES = 1_000;

  @Override
  public JsonPart part(String field) {
    return ids.size() < MAX_VULNERABILITIES ? new VulnerabilityPart(ids) : SKIPPED;
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
        id = JsonPart.text(parser).orElse("");
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
