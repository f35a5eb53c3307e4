package dev.blazon.usage.wire;

import dev.blazon.count.wire.InvalidQuestionException;
import dev.blazon.count.wire.QuestionParameters;
import dev.blazon.usage.FieldPath;
import dev.blazon.usage.UsageInterval;
import dev.blazon.usage.UsageQuestion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The URLs of questions about reports, as in {@code
 * /v1/usage/count?by=python%24minor&from=2026-06-01T00:00:00Z&interval=week&hosts=true}. Reading is
 * strict: a parameter that is not understood would change the numbers.
 */
public final class UsageUrl {

  /** The path of {@link #count}. */
  public static final String COUNT = "/v1/usage/count";

  /** The path of {@link #reports}. */
  public static final String REPORTS = "/v1/usage/reports";

  private static final String BY = "by";
  private static final String LIMIT = "limit";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String INTERVAL = "interval";
  private static final String HOSTS = "hosts";

  private static final String TIME = "a time, as in 2026-06-01T00:00:00Z";

  /**
   * A stretch of time.
   *
   * @param from empty: since the first report
   * @param to does not belong to it; empty: until now
   */
  public record Span(Optional<Instant> from, Optional<Instant> to) {}

  private UsageUrl() {}

  /** The path and query that ask a question. */
  public static String count(UsageQuestion question) {
    List<String> parameters = new ArrayList<>();
    question.groupBy().forEach(path -> add(parameters, BY, path.toString()));
    question.limit().ifPresent(limit -> add(parameters, LIMIT, Integer.toString(limit)));
    addSpan(parameters, question.from(), question.to());
    question.interval().ifPresent(interval -> add(parameters, INTERVAL, interval.word()));
    if (question.distinctHosts()) {
      add(parameters, HOSTS, "true");
    }
    return url(COUNT, parameters);
  }

  /** The path and query that ask for reports. */
  public static String reports(Optional<Instant> from, Optional<Instant> to) {
    List<String> parameters = new ArrayList<>();
    addSpan(parameters, from, to);
    return url(REPORTS, parameters);
  }

  private static void addSpan(
      List<String> parameters, Optional<Instant> from, Optional<Instant> to) {
    from.ifPresent(time -> add(parameters, FROM, time.toString()));
    to.ifPresent(time -> add(parameters, TO, time.toString()));
  }

  private static void add(List<String> parameters, String name, String value) {
    parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private static String url(String path, List<String> parameters) {
    return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
  }

  /**
   * Reads the query of {@link #count}.
   *
   * @param query still percent-encoded, without the question mark
   * @throws InvalidQuestionException if a parameter is unknown or invalid
   */
  public static UsageQuestion readCount(String query) throws InvalidQuestionException {
    QuestionParameters parameters = QuestionParameters.of(query);
    List<FieldPath> paths = new ArrayList<>();
    for (String text : parameters.all(BY)) {
      paths.add(
          FieldPath.parse(text)
              .orElseThrow(() -> InvalidQuestionException.of(BY, text, FieldPath.FORM)));
    }
    OptionalInt limit = limit(parameters);
    Span span = span(parameters);
    Optional<UsageInterval> interval = interval(parameters);
    boolean hosts = hosts(parameters);
    parameters.refuseOthers();
    try {
      return new UsageQuestion(paths, limit, span.from(), span.to(), interval, hosts);
    } catch (IllegalArgumentException e) {
      throw new InvalidQuestionException(e.getMessage());
    }
  }

  /**
   * Reads the query of {@link #reports}.
   *
   * @param query still percent-encoded, without the question mark
   * @throws InvalidQuestionException if a parameter is unknown or invalid
   */
  public static Span readReports(String query) throws InvalidQuestionException {
    QuestionParameters parameters = QuestionParameters.of(query);
    Span span = span(parameters);
    parameters.refuseOthers();
    return span;
  }

  private static Span span(QuestionParameters parameters) throws InvalidQuestionException {
    return new Span(time(parameters, FROM), time(parameters, TO));
  }

  private static Optional<Instant> time(QuestionParameters parameters, String name)
      throws InvalidQuestionException {
    Optional<String> text = parameters.optional(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(text.get()));
    } catch (DateTimeException e) {
      throw InvalidQuestionException.of(name, text.get(), TIME);
    }
  }

  private static OptionalInt limit(QuestionParameters parameters) throws InvalidQuestionException {
    Optional<String> text = parameters.optional(LIMIT);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(text.get()));
    } catch (NumberFormatException e) {
      throw InvalidQuestionException.of(LIMIT, text.get(), "a whole number");
    }
  }

  private static Optional<UsageInterval> interval(QuestionParameters parameters)
      throws InvalidQuestionException {
    Optional<String> text = parameters.optional(INTERVAL);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        UsageInterval.of(text.get())
            .orElseThrow(
                () ->
                    InvalidQuestionException.of(
                        INTERVAL, text.get(), String.join(", ", UsageInterval.WORDS))));
  }

  private static boolean hosts(QuestionParameters parameters) throws InvalidQuestionException {
    Optional<String> text = parameters.optional(HOSTS);
    if (text.isPresent() && !text.get().equals("true")) {
      throw InvalidQuestionException.of(HOSTS, text.get(), "true");
    }
    return text.isPresent();
  }
}
