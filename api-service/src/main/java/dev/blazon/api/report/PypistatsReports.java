package dev.blazon.api.report;

import dev.blazon.api.question.DatedLedger;
import dev.blazon.api.question.Provenance;
import dev.blazon.api.question.Questions;
import dev.blazon.api.question.Refusal;
import dev.blazon.api.question.Turns;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Dimension;
import dev.blazon.count.Interval;
import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.Total;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * pypistats.org's API: the last 180 days and the day before them, by category and then by day; a
 * day without downloads has no row. It counts without mirrors, except where it says otherwise.
 */
final class PypistatsReports {

  private static final int DAYS_BEFORE_NEWEST = 180;

  private static final String NULL = "null";

  /** The package that stands for all of PyPI. */
  private static final String EVERYTHING = "__all__";

  private static final Pattern VERSION = Pattern.compile("[0-9]\\.[0-9]+");

  private static final List<Window> PERIODS = List.of(Window.DAY, Window.MONTH, Window.WEEK);

  private static final List<String> PERIOD_WORDS = List.of("day", "week", "month");

  private final Questions questions;
  private final Turns turns;
  private final Pen pen;

  PypistatsReports(Questions questions, Turns turns, Pen pen) {
    this.questions = questions;
    this.turns = turns;
    this.pen = pen;
  }

  /** {@code recent}: the downloads of the newest day, of 7 days and of 30 days. */
  Future<Rendered> recent(Call call) {
    Optional<String> period = call.query().optionalChoice("period", PERIOD_WORDS);
    if (isEverything(call)) {
      return recentOfEverything(call, period);
    }
    ProjectName project = call.project();
    Map<String, Total> totals = new TreeMap<>();
    List<Future<Void>> asked =
        PERIODS.stream()
            .filter(window -> period.isEmpty() || period.get().equals(word(window)))
            .map(
                window ->
                    questions
                        .total(project, window, Measure.WITHOUT_MIRRORS, call.deadline())
                        .<Void>map(
                            total -> {
                              total.ifPresent(found -> totals.put(word(window), found));
                              return null;
                            }))
            .toList();
    return questions
        .ledger(call.deadline())
        .compose(
            ledger ->
                Future.all(asked)
                    .compose(
                        all ->
                            totals.isEmpty()
                                ? questions.mustExist(project, call.deadline())
                                : Future.succeededFuture())
                    .compose(
                        exists ->
                            pen.write(
                                recent(project.normalized(), period, totals, ledger),
                                call.gzip())));
  }

  private static boolean isEverything(Call call) {
    return call.part("project").equals(EVERYTHING);
  }

  private Future<Rendered> recentOfEverything(Call call, Optional<String> period) {
    return questions
        .ledger(call.deadline())
        .compose(
            dated -> {
              Map<String, Total> totals = new TreeMap<>();
              for (Window window : PERIODS) {
                DailyCounts counts = newestOfEverything(dated.ledger(), window.days());
                totals.put(word(window), new Total(counts.sum(), counts.basis()));
              }
              return pen.write(recent(EVERYTHING, period, totals, dated), call.gzip());
            });
  }

  /** The newest days that were imported for all projects, without mirrors. */
  private static DailyCounts newestOfEverything(Ledger ledger, int days) {
    return ledger
        .newestWholeDay()
        .map(last -> new DayRange(ledger.firstDayOf(days).orElse(last), last))
        .flatMap(range -> DailyCounts.ofEverything(ledger, range, Measure.WITHOUT_MIRRORS))
        .orElseThrow(Refusal::nothingCounted);
  }

  private static Content recent(
      String project, Optional<String> period, Map<String, Total> totals, DatedLedger ledger) {
    Provenance about =
        totals.values().stream()
            .map(Total::basis)
            .max((one, other) -> Integer.compare(one.days().length(), other.days().length()))
            .map(ledger::about)
            .orElse(Provenance.NONE);
    return Content.json(
        about,
        totals.size(),
        json -> {
          json.writeStartObject();
          json.writeObjectFieldStart("data");
          for (Window window : PERIODS) {
            String word = word(window);
            if (period.isEmpty() || period.get().equals(word)) {
              Total total = totals.get(word);
              json.writeNumberField("last_" + word, total == null ? 0 : total.downloads());
            }
          }
          json.writeEndObject();
          json.writeStringField("package", project);
          json.writeStringField("type", "recent_downloads");
          json.writeEndObject();
        });
  }

  private static String word(Window window) {
    return window.name().toLowerCase(Locale.ROOT);
  }

  /** {@code overall}: downloads a day, with mirrors and without. */
  Future<Rendered> overall(Call call) {
    Optional<Measure> only = call.query().optionalMeasure();
    if (isEverything(call)) {
      return overallOfEverything(call, only);
    }
    ProjectName project = call.project();
    CategoryTable table = new CategoryTable(project.normalized(), "overall");
    return questions
        .ledger(call.deadline())
        .compose(
            ledger ->
                newest(call, project)
                    .compose(
                        last ->
                            last.isEmpty()
                                ? questions
                                    .mustExist(project, call.deadline())
                                    .compose(exists -> pen.write(table.content(), call.gzip()))
                                : turns.take(
                                    call.deadline(),
                                    () -> overall(call, table, ledger, last.get(), only))));
  }

  private Future<Rendered> overall(
      Call call, CategoryTable table, DatedLedger ledger, Day last, Optional<Measure> only) {
    Future<Void> done = Future.succeededFuture();
    for (Measure measure : Measure.values()) {
      if (only.isEmpty() || only.get() == measure) {
        done =
            done.compose(
                before ->
                    series(call, call.project(), last, new Split.Nothing(), measure)
                        .map(
                            series -> {
                              series
                                  .filter(found -> found.basis().measure() == measure)
                                  .ifPresent(
                                      found -> table.add(found, ledger, line -> category(measure)));
                              return null;
                            }));
      }
    }
    return done.compose(all -> pen.write(table.content(), call.gzip()));
  }

  private Future<Rendered> overallOfEverything(Call call, Optional<Measure> only) {
    CategoryTable table = new CategoryTable(EVERYTHING, "overall");
    return questions
        .ledger(call.deadline())
        .compose(
            dated -> {
              Ledger ledger = dated.ledger();
              Day last = ledger.newestWholeDay().orElseThrow(Refusal::nothingCounted);
              DayRange days = new DayRange(last.minus(DAYS_BEFORE_NEWEST), last);
              for (Measure measure : Measure.values()) {
                if (only.isEmpty() || only.get() == measure) {
                  DailyCounts.ofEverything(ledger, days, measure)
                      .filter(counts -> counts.basis().measure() == measure)
                      .ifPresent(counts -> table.add(counts, dated, category(measure)));
                }
              }
              return pen.write(table.content(), call.gzip());
            });
  }

  private static Optional<String> category(Measure measure) {
    return Optional.of(measure == Measure.ALL ? "with_mirrors" : "without_mirrors");
  }

  /** {@code python_major}: by the first number of Python's version. */
  Future<Rendered> pythonMajor(Call call) {
    return categories(
        call,
        "python_major",
        Dimension.PYTHON,
        "version",
        line -> python(line).map(version -> version.split("\\.", -1)[0]));
  }

  /** {@code python_minor}: by the first two numbers of Python's version. */
  Future<Rendered> pythonMinor(Call call) {
    return categories(call, "python_minor", Dimension.PYTHON, "version", PypistatsReports::python);
  }

  /** {@code system}: by operating system. */
  Future<Rendered> system(Call call) {
    return categories(call, "system", Dimension.SYSTEM, "os", PypistatsReports::system);
  }

  private static Optional<String> python(String line) {
    if (line.isEmpty()) {
      return Optional.of(NULL);
    }
    return VERSION.matcher(line).matches() ? Optional.of(line) : Optional.empty();
  }

  private static Optional<String> system(String line) {
    return Optional.of(
        switch (line) {
          case "" -> NULL;
          case "Windows", "Linux", "Darwin" -> line;
          default -> "other";
        });
  }

  /** A package without counts has an empty list here, known or not, as at pypistats.org. */
  private Future<Rendered> categories(
      Call call,
      String type,
      Dimension dimension,
      String parameter,
      Function<String, Optional<String>> naming) {
    Optional<String> only = call.query().given(parameter);
    ProjectName project = call.project();
    CategoryTable table = new CategoryTable(project.normalized(), type);
    return questions
        .ledger(call.deadline())
        .compose(
            ledger ->
                newest(call, project)
                    .compose(
                        last ->
                            last.isEmpty()
                                ? pen.write(table.content(), call.gzip())
                                : turns.take(
                                    call.deadline(),
                                    () ->
                                        series(
                                                call,
                                                project,
                                                last.get(),
                                                new Split.Categories(dimension),
                                                Measure.WITHOUT_MIRRORS)
                                            .compose(
                                                series -> {
                                                  series.ifPresent(
                                                      found ->
                                                          table.add(
                                                              found,
                                                              ledger,
                                                              line ->
                                                                  naming
                                                                      .apply(line)
                                                                      .filter(
                                                                          name ->
                                                                              isWanted(
                                                                                  only, name))));
                                                  return pen.write(table.content(), call.gzip());
                                                }))));
  }

  private static boolean isWanted(Optional<String> only, String name) {
    return only.isEmpty() || only.get().equalsIgnoreCase(name);
  }

  private Future<Optional<Day>> newest(Call call, ProjectName project) {
    return questions.newestDay(project, call.deadline());
  }

  private Future<Optional<Series>> series(
      Call call, ProjectName project, Day last, Split split, Measure measure) {
    DayRange days = new DayRange(last.minus(DAYS_BEFORE_NEWEST), last);
    return questions.series(
        project, new SeriesQuery(days, split, Interval.DAY, measure), call.deadline());
  }
}
