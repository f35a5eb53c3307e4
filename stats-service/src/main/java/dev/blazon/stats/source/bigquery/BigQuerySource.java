package dev.blazon.stats.source.bigquery;

import dev.blazon.count.CountingRule;
import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Dimension;
import dev.blazon.count.Measure;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.BreakdownRow;
import dev.blazon.stats.source.CountRow;
import dev.blazon.stats.source.DaySource;
import dev.blazon.stats.source.Delivery;
import dev.blazon.stats.source.RowSink;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.source.remote.CountText;
import dev.blazon.stats.source.remote.Deadline;
import dev.blazon.stats.source.remote.Excerpt;
import dev.blazon.stats.source.remote.MalformedAnswerException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a day from PyPI's public dataset in BigQuery: all projects, or listed ones, in both
 * measures and by all dimensions. Thread-safe.
 */
public final class BigQuerySource implements DaySource {

  private static final Map<String, Dimension> DIMENSIONS =
      Stream.of(Dimension.values())
          .collect(Collectors.toUnmodifiableMap(Dimension::word, Function.identity()));

  private final BigQueryClient client;
  private final Set<ProjectName> projects;
  private final CountingRule rule;
  private final Clock clock;

  /**
   * Creates a source.
   *
   * @param projects empty: all projects of PyPI, which costs about 200 GB a day; listed ones cost a
   *     small part of that, since the dataset is clustered by project
   * @param rule how to count days before 2026-08-24: {@link CountingRule#REQUESTS} as PyPI did then
   */
  public BigQuerySource(
      BigQueryClient client, Set<ProjectName> projects, CountingRule rule, Clock clock) {
    this.client = client;
    this.projects = Set.copyOf(projects);
    this.rule = rule;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "bigquery";
  }

  @Override
  public Delivery readDay(Day day, Duration within, RowSink rows)
      throws SourceException, InterruptedException {
    Deadline deadline = Deadline.of(client.name(), within);
    if (!day.isBefore(Day.at(clock.instant()))) {
      throw new SourceException(Kind.NO_SUCH_DAY, day + " is not over in UTC");
    }
    long count =
        client.run(
            DayQuery.of(day, projects, rule),
            DayQuery.COLUMNS,
            deadline,
            page -> emitAll(page, day, rows));
    if (count == 0) {
      throw new SourceException(Kind.NO_SUCH_DAY, client.name() + " has no rows of " + day);
    }
    return new Delivery(
        DayRange.of(day),
        EnumSet.allOf(Measure.class),
        EnumSet.allOf(Dimension.class),
        Optional.of(rule == CountingRule.FILES ? CountingRule.FILES : CountingRule.on(day)));
  }

  private void emitAll(List<List<Optional<String>>> page, Day day, RowSink rows)
      throws SourceException {
    try {
      for (List<Optional<String>> row : page) {
        emit(row, day, rows);
      }
    } catch (MalformedAnswerException e) {
      throw new SourceException(Kind.MALFORMED, client.name() + ": " + e.getMessage(), e);
    }
  }

  /** A project that is NULL is sent without a name: the importer counts it as a reject. */
  private static void emit(List<Optional<String>> row, Day day, RowSink rows)
      throws SourceException {
    String project = row.get(0).orElse("");
    String said = required(row, 1);
    if (!said.equals(day.toString())) {
      throw new MalformedAnswerException(
          "a row is about the day " + Excerpt.quoted(said) + ", asked was " + day);
    }
    String dimension = required(row, 2);
    String category = row.get(3).orElse("");
    Counts counts = counts(row);
    if (dimension.equals(DayQuery.VERSION)) {
      rows.count(CountRow.ofVersion(day, project, category, counts));
      return;
    }
    Dimension known = DIMENSIONS.get(dimension);
    if (known == null) {
      throw new MalformedAnswerException("a dimension is " + Excerpt.quoted(dimension));
    }
    rows.breakdown(new BreakdownRow(day, project, known, category, counts));
  }

  private static Counts counts(List<Optional<String>> row) {
    long all = CountText.parse(required(row, 4));
    long withoutMirrors = CountText.parse(required(row, 5));
    if (withoutMirrors > all) {
      throw new MalformedAnswerException(
          "there are %d downloads without mirrors among %d".formatted(withoutMirrors, all));
    }
    return new Counts(all, withoutMirrors);
  }

  private static String required(List<Optional<String>> row, int column) {
    return row.get(column)
        .orElseThrow(
            () ->
                new MalformedAnswerException(
                    "the column " + DayQuery.COLUMNS.get(column) + " is NULL"));
  }
}
