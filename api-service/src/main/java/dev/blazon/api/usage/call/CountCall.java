package dev.blazon.api.usage.call;

import dev.blazon.api.question.CallQuery;
import dev.blazon.api.question.Refusal;
import dev.blazon.api.question.RefusedException;
import dev.blazon.count.Day;
import dev.blazon.usage.FieldPath;
import dev.blazon.usage.UsageInterval;
import dev.blazon.usage.UsageQuestion;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the parameters of counts and of reports. Stateless. */
final class CountCall {

  private static final List<String> INTERVALS = List.of("hour", "day", "week", "month");

  private static final String TIME = "a day or a time, as in 2026-06-01 or 2026-06-01T12:00:00Z";

  /** What a picture's URL may have, too. */
  private static final List<String> LOOKS = List.of("form", "theme", "width", "height", "scale");

  /** EspyMetrics takes {@code raw_query}, and does nothing with it. */
  private static final List<String> NAMES =
      List.of("group_by", "limit", "from", "to", "interval", "distinct", "format", "raw_query");

  /**
   * A stretch of time.
   *
   * @param from empty: since the first report
   * @param to does not belong to it; empty: until now
   */
  record Span(Optional<Instant> from, Optional<Instant> to) {}

  private CountCall() {}

  /**
   * Reads a question.
   *
   * @throws RefusedException if a parameter is unknown or impossible
   */
  static UsageQuestion read(CallQuery query) {
    List<String> names = new ArrayList<>(NAMES);
    names.addAll(LOOKS);
    query.allowOnly(names.toArray(String[]::new));
    Span span = span(query);
    return new UsageQuestion(
        paths(query),
        limit(query),
        span.from(),
        span.to(),
        interval(query),
        query.optionalChoice("distinct", List.of("hosts")).isPresent());
  }

  private static List<FieldPath> paths(CallQuery query) {
    String text = query.given("group_by").orElse("");
    if (text.isEmpty()) {
      return List.of();
    }
    List<FieldPath> paths =
        Arrays.stream(text.split(",", UsageQuestion.MOST_PATHS + 1))
            .map(
                path ->
                    FieldPath.parse(path.strip())
                        .orElseThrow(() -> Refusal.badForm("group_by", path, FieldPath.FORM)))
            .toList();
    if (paths.size() > UsageQuestion.MOST_PATHS
        || paths.stream().distinct().count() < paths.size()) {
      throw Refusal.badForm(
          "group_by",
          text,
          "at most " + UsageQuestion.MOST_PATHS + " different paths, separated by commas");
    }
    return paths;
  }

  private static OptionalInt limit(CallQuery query) {
    return query.optionalNumber("limit", 1, UsageQuestion.MOST_REPORTS);
  }

  private static Optional<UsageInterval> interval(CallQuery query) {
    return query.optionalChoice("interval", INTERVALS).flatMap(UsageInterval::of);
  }

  /**
   * Reads {@code from} and {@code to}. A day that is given as {@code to} belongs to the time.
   *
   * @throws RefusedException if they are impossible
   */
  static Span span(CallQuery query) {
    Optional<Instant> from = query.given("from").map(text -> time("from", text, 0));
    Optional<Instant> to = query.given("to").map(text -> time("to", text, 1));
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw Refusal.badForm("to", query.given("to").orElseThrow(), "later than from");
    }
    return new Span(from, to);
  }

  private static Instant time(String name, String text, int daysMore) {
    Optional<Day> day = Day.parse(text);
    if (day.isPresent()) {
      return CallQuery.day(name, text)
          .date()
          .plusDays(daysMore)
          .atStartOfDay(ZoneOffset.UTC)
          .toInstant();
    }
    try {
      Instant time = Instant.parse(text);
      CallQuery.day(name, time.atOffset(ZoneOffset.UTC).toLocalDate().toString());
      return time;
    } catch (DateTimeException e) {
      throw Refusal.badForm(name, text, TIME);
    }
  }
}
