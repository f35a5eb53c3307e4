package dev.blazon.stats.usage.store;

import dev.blazon.stats.store.Session;
import dev.blazon.usage.UsageTable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names of dimensions, values and combinations of values, in memory. The rows are only ever
 * added, so that reading on from the last known one brings it up to date. For one thread at a time.
 */
final class Dictionary {

  /** Different values of a dimension; the rest are one, {@link UsageTable#OTHER}. */
  static final int MOST_VALUES = 1_000;

  /** Different combinations; beyond, the last dimensions of a report count as other values. */
  static final int MOST_COMBINATIONS = 50_000;

  static final long OTHER = 0;

  /** A dimension, and the hour since which its sums are complete. */
  record Known(String path, long since) {}

  private final Map<Long, Known> dimensions = new TreeMap<>();
  private final Map<String, Long> dimensionIds = new HashMap<>();
  private final Map<Long, Map<String, Long>> values = new HashMap<>();
  private final Map<Long, String> valueTexts = new HashMap<>();
  private final Map<String, Long> combinations = new HashMap<>();
  private final Map<Long, Map<Long, Long>> members = new HashMap<>();
  private long lastValue;
  private long lastCombination;

  /** Reads what is new. */
  void update(Session session) throws SQLException {
    dimensions.clear();
    dimensionIds.clear();
    try (ResultSet rows =
        session.statement("SELECT id, path, since FROM usage_dimension").executeQuery()) {
      while (rows.next()) {
        dimensions.put(rows.getLong(1), new Known(rows.getString(2), rows.getLong(3)));
        dimensionIds.put(rows.getString(2), rows.getLong(1));
      }
    }
    PreparedStatement read =
        session.statement("SELECT id, dimension, value FROM usage_value WHERE id > ? ORDER BY id");
    read.setLong(1, lastValue);
    try (ResultSet rows = read.executeQuery()) {
      while (rows.next()) {
        putValue(rows.getLong(1), rows.getLong(2), rows.getString(3));
      }
    }
    read = session.statement("SELECT id, members FROM usage_combination WHERE id > ? ORDER BY id");
    read.setLong(1, lastCombination);
    try (ResultSet rows = read.executeQuery()) {
      while (rows.next()) {
        putCombination(rows.getLong(1), rows.getString(2));
      }
    }
  }

  private void putValue(long id, long dimension, String value) {
    values.computeIfAbsent(dimension, of -> new HashMap<>()).put(value, id);
    valueTexts.put(id, value);
    lastValue = id;
  }

  private void putCombination(long id, String text) {
    combinations.put(text, id);
    members.put(id, parts(text));
    lastCombination = id;
  }

  /** The values of a combination by their dimensions; they are asked for with every question. */
  private static Map<Long, Long> parts(String text) {
    Map<Long, Long> parts = new HashMap<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      int equals = part.indexOf('=');
      parts.put(
          Long.parseLong(part.substring(0, equals)), Long.parseLong(part.substring(equals + 1)));
    }
    return Map.copyOf(parts);
  }

  Map<Long, Known> dimensions() {
    return dimensions;
  }

  /** The combination of a report's values; it is added if it is new. */
  long combination(Session writer, Map<String, String> report) throws SQLException {
    List<Long> keys = new ArrayList<>();
    List<Long> parts = new ArrayList<>();
    for (Map.Entry<Long, Known> dimension : dimensions.entrySet()) {
      String text = report.get(dimension.getValue().path());
      if (text != null) {
        keys.add(dimension.getKey());
        parts.add(value(writer, dimension.getKey(), text));
      }
    }
    String text = text(keys, parts);
    Long known = combinations.get(text);
    // The last dimensions give way first; at most a thousandth more rows come of it.
    for (int last = parts.size() - 1;
        known == null && combinations.size() >= MOST_COMBINATIONS && last >= 0;
        last--) {
      parts.set(last, OTHER);
      text = text(keys, parts);
      known = combinations.get(text);
    }
    if (known != null) {
      return known;
    }
    long id = lastCombination + 1;
    PreparedStatement insert =
        writer.statement("INSERT INTO usage_combination (id, members) VALUES (?, ?)");
    insert.setLong(1, id);
    insert.setString(2, text);
    insert.executeUpdate();
    putCombination(id, text);
    return id;
  }

  private long value(Session writer, long dimension, String text) throws SQLException {
    Map<String, Long> of = values.computeIfAbsent(dimension, any -> new HashMap<>());
    Long known = of.get(text);
    if (known != null) {
      return known;
    }
    if (of.size() >= MOST_VALUES) {
      return OTHER;
    }
    long id = lastValue + 1;
    PreparedStatement insert =
        writer.statement("INSERT INTO usage_value (id, dimension, value) VALUES (?, ?, ?)");
    insert.setLong(1, id);
    insert.setLong(2, dimension);
    insert.setString(3, text);
    insert.executeUpdate();
    putValue(id, dimension, text);
    return id;
  }

  private static String text(List<Long> keys, List<Long> parts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < keys.size(); i++) {
      text.append(i == 0 ? "" : " ").append(keys.get(i)).append('=').append(parts.get(i));
    }
    return text.toString();
  }

  /** The values of some dimensions in a combination; an empty list if it lacks one. */
  List<String> values(long combination, List<String> paths) {
    Map<Long, Long> parts = members.getOrDefault(combination, Map.of());
    List<String> found = new ArrayList<>();
    for (String path : paths) {
      Long value = parts.get(dimensionIds.getOrDefault(path, -1L));
      if (value == null) {
        return List.of();
      }
      found.add(value == OTHER ? UsageTable.OTHER : valueTexts.get(value));
    }
    return found;
  }

  boolean knows(long combination) {
    return combination <= lastCombination;
  }
}
