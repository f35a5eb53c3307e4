package dev.blazon.api.usage.call;

import dev.blazon.usage.UsageTable;
import dev.blazon.usage.UsageTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts as JSON. With one path it is EspyMetrics' form: {@code counts}, {@code grouped_by}, {@code
 * grouped_key_count}, {@code record_count}, {@code error_count} if there are errors, and without
 * reports {@code {"record_count": 0}}. With several paths {@code grouped_by} is a list, and the
 * counts are nested in its order. With an interval there is a list {@code series}, whose elements
 * have {@code start} and {@code counts}. Stateless.
 */
final class CountJson {

  private CountJson() {}

  static String of(Counted counted) {
    UsageTable table = counted.table();
    Map<String, Object> json = new TreeMap<>();
    json.put("record_count", table.records());
    if (table.records() > 0) {
      if (table.errors() > 0) {
        json.put("error_count", table.errors());
      }
      List<String> paths = counted.paths();
      if (!paths.isEmpty()) {
        json.put("grouped_by", paths.size() == 1 ? paths.get(0) : paths);
        json.put("grouped_key_count", table.groups());
      }
      putCounts(json, counted);
      putBasis(json, counted);
    }
    return PlainJson.of(json);
  }

  private static void putCounts(Map<String, Object> json, Counted counted) {
    List<Row> rows = counted.table().rows();
    if (counted.question().interval().isEmpty()) {
      putCounts(json, counted, rows);
      return;
    }
    json.put("interval", counted.question().interval().get().word());
    List<Object> series = new ArrayList<>();
    for (int from = 0; from < rows.size(); ) {
      int to = from;
      while (to < rows.size() && rows.get(to).time().equals(rows.get(from).time())) {
        to++;
      }
      Map<String, Object> stretch = new TreeMap<>();
      stretch.put("start", counted.start(rows.get(from)).orElse(""));
      putCounts(stretch, counted, rows.subList(from, to));
      series.add(stretch);
      from = to;
    }
    json.put("series", series);
  }

  private static void putCounts(Map<String, Object> json, Counted counted, List<Row> rows) {
    if (!counted.paths().isEmpty()) {
      Map<String, Object> counts = new TreeMap<>();
      rows.forEach(row -> put(counts, row.keys(), counted.number(row)));
      json.put("counts", counts);
    } else if (!rows.isEmpty()) {
      json.put("count", counted.number(rows.get(0)));
    }
  }

  @SuppressWarnings("unchecked") // Only maps are put at inner levels.
  private static void put(Map<String, Object> counts, List<String> keys, long number) {
    Map<String, Object> level = counts;
    for (String key : keys.subList(0, keys.size() - 1)) {
      level =
          (Map<String, Object>) level.computeIfAbsent(key, none -> new TreeMap<String, Object>());
    }
    level.put(keys.get(keys.size() - 1), number);
  }

  /** What the numbers rest on. */
  private static void putBasis(Map<String, Object> json, Counted counted) {
    UsageTable table = counted.table();
    table.first().ifPresent(first -> json.put("first", first.toString()));
    table.last().ifPresent(last -> json.put("last", last.toString()));
    table.cut().ifPresent(cut -> json.put("cut", UsageWords.cut(cut)));
    json.put("source", table.source().name().toLowerCase(Locale.ROOT));
    if (counted.question().distinctHosts()) {
      json.put("distinct", "hosts");
      if (table.hostsError() > 0) {
        json.put("standard_error", table.hostsError());
      }
    }
  }
}
