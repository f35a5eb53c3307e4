package dev.blazon.api.usage.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reports as rows of CSV: a column for each field of EspyMetrics' message and of our client's, by
 * its path. Fields that only some reports have are in the JSON Lines alone. Not thread-safe.
 */
final class ReportRows {

  /** The fields in the order of the columns. */
  static final List<String> COLUMNS =
      List.of(
          "server_time",
          "package",
          "version",
          "implementation",
          "python$version",
          "python$version_info$0",
          "python$version_info$1",
          "python$version_info$2",
          "python$version_info$3",
          "python$version_info$4",
          "python$is_64bit",
          "python$compiler",
          "python$build_date",
          "python$openssl_version",
          "python$sqlite_version",
          "python$have_ucs4",
          "python$have_readline",
          "python$argv",
          "python$bin",
          "uname$system",
          "uname$release",
          "uname$version",
          "uname$machine",
          "uname$processor",
          "uname$node",
          "linux_dist$name",
          "linux_dist$version",
          "time$utc",
          "time$std_utc_offset",
          "hostname",
          "hostfqdn",
          "username",
          "uuid",
          "sequence");

  private static final JsonFactory JSON = new JsonFactory();

  private static final Map<String, Integer> PLACES = new HashMap<>();

  /** The objects and arrays that have a column within them. */
  private static final Set<String> INNER = new HashSet<>(Set.of(""));

  static {
    for (String column : COLUMNS) {
      PLACES.put(column, PLACES.size());
      for (int end = column.indexOf('$'); end >= 0; end = column.indexOf('$', end + 1)) {
        INNER.add(column.substring(0, end));
      }
    }
  }

  private final String[] cells = new String[COLUMNS.size()];

  /** The first row, with the names of the columns. */
  static String head() {
    StringBuilder out = new StringBuilder();
    Csv.append(out, COLUMNS);
    return out.toString();
  }

  /**
   * Appends a report as a row.
   *
   * @param line the report as JSON
   * @throws IOException if it is no JSON
   */
  void append(StringBuilder out, byte[] line) throws IOException {
    Arrays.fill(cells, "");
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != null) {
        read(json, "");
      }
    }
    Csv.append(out, Arrays.asList(cells));
  }

  private void read(JsonParser json, String path) throws IOException {
    JsonToken token = json.currentToken();
    if (token.isStructStart() && !INNER.contains(path)) {
      json.skipChildren();
    } else if (token == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        read(json, path.isEmpty() ? name : path + '$' + name);
      }
    } else if (token == JsonToken.START_ARRAY) {
      for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
        read(json, path + '$' + i);
      }
    } else if (token != JsonToken.VALUE_NULL) {
      Integer place = PLACES.get(path);
      if (place != null) {
        cells[place] = json.getText();
      }
    }
  }
}
