package dev.blazon.api.downloads;

import com.fasterxml.jackson.core.JsonParser;
import dev.blazon.upstream.DocumentReader;
import dev.blazon.upstream.InvalidDocumentException;
import dev.blazon.upstream.JsonDocument;
import dev.blazon.upstream.JsonPart;
import java.io.IOException;
import java.util.OptionalLong;

/** Reads {@code total_downloads} from pepy's answer about a project. */
final class TotalReader implements DocumentReader<Long>, JsonPart {

  private final JsonDocument document = new JsonDocument(this);
  private OptionalLong total = OptionalLong.empty();

  @Override
  public void value(String field, JsonParser parser) throws IOException {
    if (field.equals("total_downloads") && parser.currentToken().isNumeric()) {
      total = OptionalLong.of(Math.max(0, JsonPart.number(parser)));
    }
  }

  @Override
  public void feed(byte[] bytes, int offset, int length) throws InvalidDocumentException {
    document.feed(bytes, offset, length);
  }

  @Override
  public Long finish() throws InvalidDocumentException {
    document.finish();
    return total.orElseThrow(() -> new InvalidDocumentException("no total_downloads"));
  }
}
