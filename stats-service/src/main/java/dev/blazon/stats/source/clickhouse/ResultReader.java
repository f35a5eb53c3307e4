package dev.blazon.stats.source.clickhouse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.blazon.stats.source.remote.MalformedAnswerException;
import dev.blazon.upstream.DocumentReader;
import dev.blazon.upstream.InvalidDocumentException;
import dev.blazon.upstream.JsonDocument;
import dev.blazon.upstream.JsonPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads ClickHouse's format {@code JSONCompact}. It is chosen because it ends with the number of
 * rows and with statistics: an answer that ends early has neither. 64-bit numbers are texts until
 * ClickHouse 25.7 and numbers since, so both are read.
 */
final class ResultReader implements DocumentReader<QueryResult> {

  /** Bounds the memory of an answer; our queries are planned to stay far below. */
  private static final int MAX_VALUES = 1_000_000;

  private static final long UNKNOWN = -1;

  private final JsonDocument document = new JsonDocument(new RootPart());
  private final int maxRows;
  private final List<ResultRow> rows = new ArrayList<>();

  /** Versions, installers and countries repeat in nearly every row. */
  private final Map<String, String> texts = new HashMap<>();

  private long statedRows = UNKNOWN;
  private long rowsRead = UNKNOWN;
  private long bytesRead = UNKNOWN;
  private double seconds;
  private int values;

  /**
   * @param maxRows as many rows mean that the result may have been cut
   */
  ResultReader(int maxRows) {
    this.maxRows = maxRows;
  }

  @Override
  public void feed(byte[] bytes, int offset, int length) throws InvalidDocumentException {
    document.feed(bytes, offset, length);
  }

  @Override
  public QueryResult finish() throws InvalidDocumentException {
    document.finish();
    if (statedRows != rows.size()) {
      throw new MalformedAnswerException(
          "the answer has " + rows.size() + " rows, but says that it has " + stated(statedRows));
    }
    if (rowsRead == UNKNOWN || bytesRead == UNKNOWN) {
      throw new MalformedAnswerException("the answer does not say how many rows were read");
    }
    return new QueryResult(rows, values, rowsRead, bytesRead, seconds);
  }

  private static String stated(long number) {
    return number == UNKNOWN ? "no number of rows" : Long.toString(number);
  }

  private String text(JsonParser parser) throws IOException {
    if (++values > MAX_VALUES) {
      throw new MalformedAnswerException("the answer has more than " + MAX_VALUES + " values");
    }
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
      throw new MalformedAnswerException("a value is " + parser.getText());
    }
    String text = parser.getText();
    String other = texts.putIfAbsent(text, text);
    return other == null ? text : other;
  }

  private final class RootPart implements JsonPart {
    @Override
    public JsonPart part(String field) {
      return switch (field) {
        case "data" -> new DataPart();
        case "statistics" -> new StatisticsPart();
        default -> SKIPPED;
      };
    }

    @Override
    public void value(String field, JsonParser parser) throws IOException {
      switch (field) {
        case "rows" -> statedRows = whole(parser);
        case "exception" -> throw new MalformedAnswerException("the query failed midway");
        default -> {}
      }
    }
  }

  private final class StatisticsPart implements JsonPart {
    @Override
    public void value(String field, JsonParser parser) throws IOException {
      switch (field) {
        case "rows_read" -> rowsRead = whole(parser);
        case "bytes_read" -> bytesRead = whole(parser);
        case "elapsed" -> seconds = parser.currentToken().isNumeric() ? parser.getDoubleValue() : 0;
        default -> {}
      }
    }
  }

  private final class DataPart implements JsonPart {
    @Override
    public JsonPart part(String field) {
      if (rows.size() >= maxRows - 1) {
        throw new MalformedAnswerException(
            "the answer has " + maxRows + " rows or more, and may have been cut there");
      }
      ResultRow row = new ResultRow();
      rows.add(row);
      return new RowPart(row);
    }

    @Override
    public void value(String field, JsonParser parser) {
      throw new MalformedAnswerException("a row is not a list");
    }
  }

  private final class RowPart implements JsonPart {
    private final ResultRow row;

    RowPart(ResultRow row) {
      this.row = row;
    }

    @Override
    public JsonPart part(String field) {
      List<String> list = new ArrayList<>();
      row.add(list);
      return new JsonPart() {
        @Override
        public void value(String ignored, JsonParser parser) throws IOException {
          list.add(text(parser));
        }

        @Override
        public JsonPart part(String ignored) {
          throw new MalformedAnswerException("a list has lists in it");
        }
      };
    }

    @Override
    public void value(String field, JsonParser parser) throws IOException {
      row.add(text(parser));
    }
  }

  private static long whole(JsonParser parser) throws IOException {
    String text = parser.getText();
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new MalformedAnswerException("a number in the answer's statistics is " + text);
    }
  }
}
