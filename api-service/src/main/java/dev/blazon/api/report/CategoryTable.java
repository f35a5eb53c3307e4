package dev.blazon.api.report;

import dev.blazon.api.question.DatedLedger;
import dev.blazon.api.question.Provenance;
import dev.blazon.count.Basis;
import dev.blazon.count.Day;
import dev.blazon.count.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Downloads by category and day, in pypistats.org's form. Not thread-safe. */
final class CategoryTable {

  private final String project;
  private final String type;
  private final Map<String, Map<Day, Long>> rows = new TreeMap<>();
  private Provenance about = Provenance.NONE;
  private long size;

  CategoryTable(String project, String type) {
    this.project = project;
    this.type = type;
  }

  /**
   * Adds the lines of a series.
   *
   * @param naming the category of a line; empty: it is left out
   */
  void add(Series series, DatedLedger ledger, Function<String, Optional<String>> naming) {
    Basis basis = series.basis();
    about = ledger.about(basis);
    for (int line = 0; line < series.lines().size(); line++) {
      Optional<String> category = naming.apply(series.lines().get(line));
      if (category.isPresent()) {
        Map<Day, Long> days = rows.computeIfAbsent(category.get(), name -> new TreeMap<>());
        for (int time = 0; time < series.starts().size(); time++) {
          long downloads = series.downloads()[line][time];
          if (downloads > 0) {
            days.merge(series.starts().get(time), downloads, Long::sum);
            size++;
          }
        }
      }
    }
  }

  /** Adds counts in one category. */
  void add(DailyCounts counts, DatedLedger ledger, Optional<String> category) {
    Series line =
        new Series(
            counts.days(),
            new int[counts.days().size()],
            List.of(""),
            new long[][] {counts.downloads()},
            counts.basis());
    add(line, ledger, name -> category);
  }

  Content content() {
    return Content.json(
        about,
        size,
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("data");
          for (Map.Entry<String, Map<Day, Long>> category : rows.entrySet()) {
            for (Map.Entry<Day, Long> row : category.getValue().entrySet()) {
              json.writeStartObject();
              json.writeStringField("category", category.getKey());
              json.writeStringField("date", row.getKey().toString());
              json.writeNumberField("downloads", row.getValue());
              json.writeEndObject();
            }
          }
          json.writeEndArray();
          json.writeStringField("package", project);
          json.writeStringField("type", type + "_downloads");
          json.writeEndObject();
        });
  }
}
