package dev.blazon.stats.source.clickhouse;

import java.util.Map;
import java.util.TreeMap;

/**
 * A query with bound parameters. The SQL has placeholders such as {@code {from:String}}; the server
 * puts the values in, so no value becomes part of the SQL.
 *
 * @param parameters value by name, without the prefix {@code param_}
 */
record BoundQuery(String sql, Map<String, String> parameters) {

  BoundQuery {
    parameters = new TreeMap<>(parameters);
  }
}
