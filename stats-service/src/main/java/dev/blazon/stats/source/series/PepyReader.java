package dev.blazon.stats.source.series;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.blazon.count.Day;
import dev.blazon.stats.source.remote.CountText;
import dev.blazon.stats.source.remote.Excerpt;
import dev.blazon.stats.source.remote.MalformedAnswerException;
import dev.blazon.upstream.DocumentReader;
import dev.blazon.upstream.InvalidDocumentException;
import dev.blazon.upstream.JsonDocument;
import dev.blazon.upstream.JsonPart;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Reads pepy's answer, version 2: {@code {"id","total_downloads","downloads":{day:{version:n}}}}.
 */
final class PepyReader implements DocumentReader<PepyHistory> {

  /** 91 days of 5,000 versions. */
  private static final int MAX_VALUES = 500_000;

  private final JsonDocument document = new JsonDocument(new RootPart());
  private final NavigableMap<Day, Map<String, Long>> days = new TreeMap<>();
  private Optional<String> project = Optional.empty();
  private OptionalLong total = OptionalLong.empty();
  private boolean hasDownloads;
  private int values;

  @Override
  public void feed(byte[] bytes, int offset, int length) throws InvalidDocumentException {
    document.feed(bytes, offset, length);
  }

  @Override
  public PepyHistory finish() throws InvalidDocumentException {
    document.finish();
    if (project.isEmpty() || total.isEmpty() || !hasDownloads) {
      throw new MalformedAnswerException("the answer lacks id, total_downloads or downloads");
    }
    return new PepyHistory(project.get(), total.getAsLong(), days);
  }

  private final class RootPart implements JsonPart {
    @Override
    public JsonPart part(String field) {
      if (!field.equals("downloads")) {
        return SKIPPED;
      }
      hasDownloads = true;
      return new JsonPart() { // Days.
        @Override
        public JsonPart part(String date) {
          Map<String, Long> versions = new HashMap<>();
          if (days.put(SeriesReader.day(date), versions) != null) {
            throw new MalformedAnswerException("a day appears twice: " + date);
          }
          return new DayPart(versions);
        }
      };
    }

    @Override
    public void value(String field, JsonParser parser) throws IOException {
      switch (field) {
        case "id" -> project = JsonPart.text(parser);
        // A total of all time may exceed what a day can have.
        case "total_downloads" -> {
          if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT || parser.getLongValue() < 0) {
            throw new MalformedAnswerException("total_downloads is " + parser.getText());
          }
          total = OptionalLong.of(parser.getLongValue());
        }
        default -> {}
      }
    }
  }

  private final class DayPart implements JsonPart {
    private final Map<String, Long> versions;

    DayPart(Map<String, Long> versions) {
      this.versions = versions;
    }

    @Override
    public void value(String version, JsonParser parser) throws IOException {
      if (++values > MAX_VALUES) {
        throw new MalformedAnswerException("the answer has more than " + MAX_VALUES + " values");
      }
      if (versions.put(version, CountText.parse(parser.getText())) != null) {
        throw new MalformedAnswerException("a version appears twice: " + Excerpt.quoted(version));
      }
    }

    @Override
    public JsonPart part(String version) {
      throw new MalformedAnswerException("a count is not a number");
    }
  }
}
