package dev.blazon.api.downloads;

import com.fasterxml.jackson.core.JsonParser;
import dev.blazon.upstream.DocumentReader;
import dev.blazon.upstream.InvalidDocumentException;
import dev.blazon.upstream.JsonDocument;
import dev.blazon.upstream.JsonPart;
import java.io.IOException;

/** Reads pypistats' {@code recent} answer. A missing count means 0 there. */
final class CountsReader implements DocumentReader<DownloadCounts> {

  private long day;
  private long week;
  private long month;
  private boolean hasData;
  private final JsonDocument document = new JsonDocument(new RootPart());

  @Override
  public void feed(byte[] bytes, int offset, int length) throws InvalidDocumentException {
    document.feed(bytes, offset, length);
  }

  @Override
  public DownloadCounts finish() throws InvalidDocumentException {
    document.finish();
    if (!hasData) {
      throw new InvalidDocumentException("no data");
    }
    return new DownloadCounts(day, week, month);
  }

  private final class RootPart implements JsonPart {
    @Override
    public JsonPart part(String field) {
      if (!field.equals("data")) {
        return SKIPPED;
      }
      hasData = true;
      return new DataPart();
    }
  }

  private final class DataPart implements JsonPart {
    @Override
    public void value(String field, JsonParser parser) throws IOException {
      switch (field) {
        case "last_day" -> day = count(parser);
        case "last_week" -> week = count(parser);
        case "last_month" -> month = count(parser);
        default -> {}
      }
    }

    private static long count(JsonParser parser) throws IOException {
      return Math.max(0, JsonPart.number(parser));
    }
  }
}
