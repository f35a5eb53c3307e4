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
import java.util.TreeMap;

/** Reads a series of pypistats: a list of {@code {"category","date","downloads"}}. */
final class SeriesReader implements DocumentReader<Series> {

  /** 181 days of a few dozen categories; more is no answer of pypistats. */
  private static final int MAX_VALUES = 50_000;

  private final JsonDocument document = new JsonDocument(new RootPart());
  private final NavigableMap<Day, Map<String, Long>> days = new TreeMap<>();
  private Optional<String> project = Optional.empty();
  private Optional<String> type = Optional.empty();
  private boolean hasData;
  private int values;

  @Override
  public void feed(byte[] bytes, int offset, int length) throws InvalidDocumentException {
    document.feed(bytes, offset, length);
  }

  @Override
  public Series finish() throws InvalidDocumentException {
    document.finish();
    if (!hasData || project.isEmpty() || type.isEmpty()) {
      throw new MalformedAnswerException("the answer lacks data, package or type");
    }
    return new Series(project.get(), type.get(), days);
  }

  private final class RootPart implements JsonPart {
    @Override
    public JsonPart part(String field) {
      if (!field.equals("data")) {
        return SKIPPED;
      }
      hasData = true;
      return new JsonPart() { // The list.
        @Override
        public JsonPart part(String ignored) {
          return new ValuePart();
        }
      };
    }

    @Override
    public void value(String field, JsonParser parser) throws IOException {
      switch (field) {
        case "package" -> project = JsonPart.text(parser);
        case "type" -> type = JsonPart.text(parser);
        default -> {}
      }
    }
  }

  private final class ValuePart implements JsonPart {
    private Optional<String> category = Optional.empty();
    private Optional<Day> day = Optional.empty();
    private long downloads = -1;

    @Override
    public void value(String field, JsonParser parser) throws IOException {
      switch (field) {
        // pypistats writes the text "null"; a JSON null means the same.
        case "category" -> category = Optional.of(parser.getText());
        case "date" -> day = Optional.of(day(parser.getText()));
        case "downloads" -> {
          if (parser.currentToken() == JsonToken.VALUE_NULL) {
            throw new MalformedAnswerException("a count is null");
          }
          downloads = CountText.parse(parser.getText());
        }
        default -> {}
      }
    }

    @Override
    public void end() {
      if (category.isEmpty() || day.isEmpty() || downloads < 0) {
        throw new MalformedAnswerException("a value lacks category, date or downloads");
      }
      if (++values > MAX_VALUES) {
        throw new MalformedAnswerException("the answer has more than " + MAX_VALUES + " values");
      }
      Map<String, Long> ofDay = days.computeIfAbsent(day.get(), key -> new HashMap<>());
      if (ofDay.put(category.get(), downloads) != null) {
        throw new MalformedAnswerException(
            "%s has %s twice".formatted(day.get(), Excerpt.quoted(category.get())));
      }
    }
  }

  static Day day(String text) {
    return Day.parse(text)
        .orElseThrow(() -> new MalformedAnswerException("no date: " + Excerpt.quoted(text)));
  }
}
