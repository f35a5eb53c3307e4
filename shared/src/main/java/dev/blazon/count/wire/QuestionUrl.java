package dev.blazon.count.wire;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Dimension;
import dev.blazon.count.Filter;
import dev.blazon.count.Interval;
import dev.blazon.count.Measure;
import dev.blazon.count.RankingList;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The URL of a question, as in {@code
 * /v1/total?project=requests&window=month&measure=all&version=2.*}. Projects are written in their
 * normal form. Reading is strict: a parameter that is not understood would change the number.
 */
public final class QuestionUrl {

  private static final String PREFIX = "/v1/";
  private static final List<String> WORDS = List.of("total", "series", "rank", "top", "ledger");

  private static final String PROJECT = "project";
  private static final String WINDOW = "window";
  private static final String MEASURE = "measure";
  private static final String VERSION = "version";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String INTERVAL = "interval";
  private static final String SPLIT = "by";
  private static final String LIST = "list";
  private static final String PLACES = "places";

  private static final String DAY = "a day, as in 2026-08-24";

  private QuestionUrl() {}

  static String write(Question question) {
    StringBuilder url = new StringBuilder(96).append(PREFIX).append(question.word());
    if (question instanceof Question.OfTotal total) {
      TotalQuery query = total.query();
      add(url, PROJECT, query.project().normalized());
      add(url, WINDOW, Words.of(query.window()));
      add(url, MEASURE, query.measure().word());
      if (query.filter() instanceof Filter.Versions versions) {
        versions.globs().forEach(glob -> add(url, VERSION, glob));
      } else if (query.filter() instanceof Filter.Category category) {
        add(url, category.dimension().word(), category.value());
      }
    } else if (question instanceof Question.OfSeries series) {
      SeriesQuery query = series.query();
      add(url, PROJECT, series.project().normalized());
      add(url, FROM, query.days().first().toString());
      add(url, TO, query.days().last().toString());
      add(url, INTERVAL, Words.of(query.interval()));
      add(url, MEASURE, query.measure().word());
      if (query.split() instanceof Split.Versions versions) {
        add(url, SPLIT, VERSION);
        versions.globs().forEach(glob -> add(url, VERSION, glob));
      } else if (query.split() instanceof Split.Categories categories) {
        add(url, SPLIT, categories.dimension().word());
      }
    } else if (question instanceof Question.OfRank rank) {
      add(url, PROJECT, rank.project().normalized());
      add(url, WINDOW, Words.of(rank.window()));
      add(url, MEASURE, rank.measure().word());
    } else if (question instanceof Question.OfTop top) {
      add(url, LIST, top.list().word());
      add(url, MEASURE, top.measure().word());
      add(url, PLACES, Integer.toString(top.places()));
    }
    return url.toString();
  }

  private static void add(StringBuilder url, String name, String value) {
    url.append(url.indexOf("?") < 0 ? '?' : '&').append(name).append('=');
    url.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  /** The paths at which questions are asked. */
  public static List<String> paths() {
    return WORDS.stream().map(word -> PREFIX + word).toList();
  }

  /**
   * Whether questions are asked at this path.
   *
   * @param path may be null
   */
  public static boolean isAt(String path) {
    return path != null
        && path.startsWith(PREFIX)
        && WORDS.contains(path.substring(PREFIX.length()));
  }

  /**
   * Reads a question.
   *
   * @param path one for which {@link #isAt} is true
   * @param query still percent-encoded; empty if there is none
   * @throws InvalidQuestionException with a message of one line that names the parameter, its
   *     value, and what is allowed
   */
  public static Question read(String path, String query) throws InvalidQuestionException {
    QuestionParameters parameters = QuestionParameters.of(query);
    Question question =
        switch (path.substring(PREFIX.length())) {
          case "total" -> new Question.OfTotal(total(parameters));
          case "series" -> new Question.OfSeries(project(parameters), series(parameters));
          case "rank" ->
              new Question.OfRank(project(parameters), window(parameters), measure(parameters));
          case "top" ->
              new Question.OfTop(list(parameters), measure(parameters), places(parameters));
          case "ledger" -> new Question.OfLedger();
          default -> throw new InvalidQuestionException("no question is asked at " + path);
        };
    parameters.refuseOthers();
    return question;
  }

  private static TotalQuery total(QuestionParameters parameters) throws InvalidQuestionException {
    return new TotalQuery(
        project(parameters), window(parameters), measure(parameters), filter(parameters));
  }

  private static Filter filter(QuestionParameters parameters) throws InvalidQuestionException {
    List<String> globs = parameters.all(VERSION);
    if (!globs.isEmpty()) {
      return new Filter.Versions(globs);
    }
    for (Dimension dimension : Dimension.values()) {
      Optional<String> value = parameters.optional(dimension.word());
      if (value.isPresent()) {
        return new Filter.Category(dimension, value.get());
      }
    }
    return Filter.NONE;
  }

  private static SeriesQuery series(QuestionParameters parameters) throws InvalidQuestionException {
    Day first = day(parameters, FROM);
    Day last = day(parameters, TO);
    if (last.isBefore(first)) {
      throw InvalidQuestionException.of(TO, last.toString(), "no day before " + FROM);
    }
    return new SeriesQuery(
        new DayRange(first, last),
        split(parameters),
        parameters.word(INTERVAL, Interval.values(), Words::of),
        measure(parameters));
  }

  private static Split split(QuestionParameters parameters) throws InvalidQuestionException {
    Optional<String> by = parameters.optional(SPLIT);
    if (by.isEmpty()) {
      return new Split.Nothing();
    }
    if (by.get().equals(VERSION)) {
      return new Split.Versions(parameters.all(VERSION));
    }
    for (Dimension dimension : Dimension.values()) {
      if (dimension.word().equals(by.get())) {
        return new Split.Categories(dimension);
      }
    }
    throw InvalidQuestionException.of(
        SPLIT, by.get(), VERSION + ", " + Words.list(Dimension.values(), Dimension::word));
  }

  private static ProjectName project(QuestionParameters parameters)
      throws InvalidQuestionException {
    String text = parameters.required(PROJECT, "the name of a project");
    return ProjectName.parse(text)
        .orElseThrow(
            () -> InvalidQuestionException.of(PROJECT, text, "the name of a project (PEP 508)"));
  }

  private static Window window(QuestionParameters parameters) throws InvalidQuestionException {
    return parameters.word(WINDOW, Window.values(), Words::of);
  }

  private static Measure measure(QuestionParameters parameters) throws InvalidQuestionException {
    return parameters.word(MEASURE, Measure.values(), Measure::word);
  }

  private static RankingList list(QuestionParameters parameters) throws InvalidQuestionException {
    return parameters.word(LIST, RankingList.values(), RankingList::word);
  }

  private static Day day(QuestionParameters parameters, String name)
      throws InvalidQuestionException {
    String text = parameters.required(name, DAY);
    return Day.parse(text)
        .filter(Days::isPossible)
        .orElseThrow(() -> InvalidQuestionException.of(name, text, DAY));
  }

  private static int places(QuestionParameters parameters) throws InvalidQuestionException {
    String allowed = "a whole number from 1 to " + StatsExchange.MOST_PLACES;
    String text = parameters.required(PLACES, allowed);
    try {
      int places = Integer.parseInt(text);
      if (places >= 1 && places <= StatsExchange.MOST_PLACES) {
        return places;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of range.
    }
    throw InvalidQuestionException.of(PLACES, text, allowed);
  }
}
