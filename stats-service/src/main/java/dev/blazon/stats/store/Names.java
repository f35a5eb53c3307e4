package dev.blazon.stats.store;

import dev.blazon.count.Dimension;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names behind the numbers in packed columns: categories of each dimension, and sources of
 * single projects. Numbers are given in ascending order and never changed. For one thread while it
 * is filled, then read by many.
 */
public final class Names {

  /**
   * How many categories a dimension may have; those after it become {@link #OTHER}. Real ones have
   * fewer than 300, but installers and systems are what clients claim.
   */
  static final int MAX_CATEGORIES = 2000;

  /** Stands for all categories beyond the limit. */
  public static final String OTHER = "other";

  private static final String READ_CATEGORIES =
      "SELECT dimension, id, name FROM category ORDER BY dimension, id";
  private static final String ADD_CATEGORY =
      "INSERT INTO category (dimension, id, name) VALUES (?, ?, ?)";
  private static final String READ_SOURCES = "SELECT id, name, measures FROM source ORDER BY id";
  private static final String ADD_SOURCE =
      "INSERT INTO source (id, name, measures) VALUES (?, ?, ?)";

  private final Map<Dimension, List<String>> categories = new EnumMap<>(Dimension.class);
  private final Map<Dimension, Map<String, Integer>> numbers = new EnumMap<>(Dimension.class);
  private final List<CountSource> sources = new ArrayList<>();

  static Names read(Session session) throws SQLException {
    Names names = new Names();
    for (Dimension dimension : Dimension.values()) {
      names.categories.put(dimension, new ArrayList<>());
      names.numbers.put(dimension, new HashMap<>());
    }
    try (ResultSet rows = session.statement(READ_CATEGORIES).executeQuery()) {
      while (rows.next()) {
        for (Dimension dimension : Dimension.values()) {
          if (dimension.word().equals(rows.getString(1))) {
            names.remember(dimension, rows.getString(3));
          }
        }
      }
    }
    try (ResultSet rows = session.statement(READ_SOURCES).executeQuery()) {
      while (rows.next()) {
        names.sources.add(
            new CountSource(rows.getString(2), LedgerTable.measures(rows.getString(3))));
      }
    }
    return names;
  }

  private int remember(Dimension dimension, String name) {
    List<String> list = categories.get(dimension);
    list.add(name);
    numbers.get(dimension).put(name, list.size() - 1);
    return list.size() - 1;
  }

  /** The name of a category. */
  public String category(Dimension dimension, int number) {
    return categories.get(dimension).get(number);
  }

  /** Whether there is a category with a number. */
  public boolean hasCategory(Dimension dimension, int number) {
    return number < categories.get(dimension).size();
  }

  /** The source with a number. */
  public CountSource source(int number) {
    return sources.get(number);
  }

  /** The number of a category, which is added if it is new. */
  int categoryNumber(Session writer, Dimension dimension, String name) throws SQLException {
    Integer known = numbers.get(dimension).get(name);
    if (known != null) {
      return known;
    }
    int size = categories.get(dimension).size();
    if (size >= MAX_CATEGORIES && !name.equals(OTHER)) {
      return categoryNumber(writer, dimension, OTHER);
    }
    PreparedStatement add = writer.statement(ADD_CATEGORY);
    add.setString(1, dimension.word());
    add.setInt(2, size);
    add.setString(3, name);
    add.executeUpdate();
    return remember(dimension, name);
  }

  /** The number of a source, which is added if it is new. */
  int sourceNumber(Session writer, CountSource source) throws SQLException {
    int known = sources.indexOf(source);
    if (known >= 0) {
      return known;
    }
    PreparedStatement add = writer.statement(ADD_SOURCE);
    add.setInt(1, sources.size());
    add.setString(2, source.name());
    add.setString(3, LedgerTable.words(source.measures()));
    add.executeUpdate();
    sources.add(source);
    return sources.size() - 1;
  }

  private Names() {}
}
