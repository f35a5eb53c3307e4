package dev.blazon.stats.source.bigquery;

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
import java.util.Optional;

/**
 * Reads an answer of BigQuery's {@code jobs.query} or {@code jobs.getQueryResults}. All values are
 * texts there, as in {@code {"f":[{"v":"388"}]}}; NULL is null. Columns that contain records or
 * lists are refused, as no query of ours has any.
 */
final class PageReader implements DocumentReader<ResultPage> {

  /** We ask for a quarter of it. */
  private static final int MAX_ROWS = 200_000;

  private final JsonDocument document = new JsonDocument(new RootPart());
  private final List<String> columns = new ArrayList<>();
  private final List<List<Optional<String>>> rows = new ArrayList<>();
  private final Map<String, Optional<String>> texts = new HashMap<>();
  private boolean isComplete;
  private boolean hasErrors;
  private long totalRows = -1;
  private Optional<String> pageToken = Optional.empty();
  private Optional<String> jobId = Optional.empty();
  private Optional<String> location = Optional.empty();

  @Override
  public void feed(byte[] bytes, int offset, int length) throws InvalidDocumentException {
    document.feed(bytes, offset, length);
  }

  @Override
  public ResultPage finish() throws InvalidDocumentException {
    document.finish();
    if (hasErrors && isComplete) {
      throw new MalformedAnswerException("the query ended with errors");
    }
    for (List<Optional<String>> row : rows) {
      if (row.size() != columns.size()) {
        throw new MalformedAnswerException(
            "a row has " + row.size() + " cells, where the schema has " + columns.size());
      }
    }
    return new ResultPage(isComplete, columns, rows, totalRows, pageToken, jobId, location);
  }

  private static Optional<String> text(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NULL
        ? Optional.empty()
        : Optional.of(parser.getText());
  }

  private final class RootPart implements JsonPart {
    @Override
    public JsonPart part(String field) {
      return switch (field) {
        case "schema" -> new SchemaPart();
        case "rows" -> new RowsPart();
        case "jobReference" -> new JobPart();
        case "errors" -> new ErrorsPart();
        default -> SKIPPED;
      };
    }

    @Override
    public void value(String field, JsonParser parser) throws IOException {
      switch (field) {
        case "jobComplete" -> isComplete = JsonPart.isTrue(parser);
        case "pageToken" -> pageToken = text(parser).filter(token -> !token.isEmpty());
        case "totalRows" -> totalRows = whole(parser.getText());
        default -> {}
      }
    }
  }

  private static long whole(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new MalformedAnswerException("totalRows is " + text);
    }
  }

  private final class ErrorsPart implements JsonPart {
    @Override
    public JsonPart part(String field) {
      hasErrors = true;
      return SKIPPED;
    }
  }

  private final class JobPart implements JsonPart {
    @Override
    public void value(String field, JsonParser parser) throws IOException {
      switch (field) {
        case "jobId" -> jobId = text(parser);
        case "location" -> location = text(parser);
        default -> {}
      }
    }
  }

  private final class SchemaPart implements JsonPart {
    @Override
    public JsonPart part(String field) {
      return new JsonPart() { // The list of columns.
        @Override
        public JsonPart part(String ignored) {
          return new ColumnPart();
        }
      };
    }
  }

  private final class ColumnPart implements JsonPart {
    @Override
    public void value(String field, JsonParser parser) throws IOException {
      switch (field) {
        case "name" -> columns.add(parser.getText());
        case "type" -> refuse(parser.getText(), "RECORD");
        case "mode" -> refuse(parser.getText(), "REPEATED");
        default -> {}
      }
    }

    private static void refuse(String text, String unreadable) {
      if (text.equals(unreadable)) {
        throw new MalformedAnswerException("a column is " + unreadable);
      }
    }
  }

  private final class RowsPart implements JsonPart {
    @Override
    public JsonPart part(String field) {
      if (rows.size() == MAX_ROWS) {
        throw new MalformedAnswerException("the page has more than " + MAX_ROWS + " rows");
      }
      List<Optional<String>> row = new ArrayList<>(columns.size());
      rows.add(row);
      return new JsonPart() { // The object {"f":[…]}.
        @Override
        public JsonPart part(String ignored) {
          return new CellsPart(row);
        }
      };
    }
  }

  private final class CellsPart implements JsonPart {
    private final List<Optional<String>> row;

    CellsPart(List<Optional<String>> row) {
      this.row = row;
    }

    @Override
    public JsonPart part(String field) {
      return new JsonPart() { // The object {"v":…}.
        @Override
        public void value(String name, JsonParser parser) throws IOException {
          if (name.equals("v")) {
            // Names and small counts repeat: each is kept once.
            Optional<String> text = text(parser);
            row.add(text.map(known -> texts.computeIfAbsent(known, Optional::of)).orElse(text));
          }
        }

        @Override
        public JsonPart part(String name) {
          throw new MalformedAnswerException("a cell is not a single value");
        }
      };
    }
  }
}
