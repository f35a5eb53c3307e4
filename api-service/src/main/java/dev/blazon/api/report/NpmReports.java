package dev.blazon.api.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.api.question.DatedLedger;
import dev.blazon.api.question.Provenance;
import dev.blazon.api.question.Questions;
import dev.blazon.api.question.Refusal;
import dev.blazon.api.question.Turns;
import dev.blazon.api.stats.Deadline;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Interval;
import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The API for download counts as npm has it: {@code point} is a number, {@code range} a number a
 * day; for one project, for several, or for all of PyPI. Days that are not known are absent, and
 * {@code start} and {@code end} say which days were counted.
 */
final class NpmReports {

  /** npm's limits. */
  private static final int MOST_PACKAGES = 128;

  private static final int MOST_DAYS_OF_ONE = 549;
  private static final int MOST_DAYS_OF_MANY = NpmPeriod.YEAR;

  /** How many projects of one call are asked for at once. */
  private static final int AT_ONCE = 8;

  private final Questions questions;
  private final Turns bulk;
  private final Pen pen;

  /**
   * Creates the reports.
   *
   * @param bulk turns for calls about many projects; they hold one while counts are fetched
   */
  NpmReports(Questions questions, Turns bulk, Pen pen) {
    this.questions = questions;
    this.bulk = bulk;
    this.pen = pen;
  }

  /** How a count is written: as one number, or by day. */
  private enum Shape {
    POINT,
    RANGE
  }

  Future<Rendered> point(Call call) {
    return answer(call, Shape.POINT);
  }

  Future<Rendered> range(Call call) {
    return answer(call, Shape.RANGE);
  }

  private Future<Rendered> answer(Call call, Shape shape) {
    Measure measure = call.query().measure();
    String packages = call.part("packages");
    if (packages.isEmpty()) {
      return everything(call, shape, measure);
    }
    return packages.indexOf(',') < 0
        ? one(call, shape, measure, packages)
        : many(call, shape, measure, packages);
  }

  private Future<Rendered> one(Call call, Shape shape, Measure measure, String written) {
    NpmPeriod period = NpmPeriod.read(call.part("period"), MOST_DAYS_OF_ONE);
    ProjectName project =
        ProjectName.parse(written).orElseThrow(() -> Refusal.unknownProject(written));
    return questions
        .ledger(call.deadline())
        .compose(
            ledger ->
                counted(project, period, measure, ledger, call.deadline())
                    .compose(
                        found ->
                            found.isPresent()
                                ? Future.succeededFuture(found.get())
                                : questions
                                    .mustExist(project, call.deadline())
                                    .map(
                                        exists ->
                                            everything(ledger.ledger(), period, measure)
                                                .withoutDownloads()))
                    .map(found -> content(shape, ledger, found, Optional.of(written))))
        .compose(content -> pen.write(content, call.gzip()));
  }

  private Future<Rendered> many(Call call, Shape shape, Measure measure, String packages) {
    NpmPeriod period = NpmPeriod.read(call.part("period"), MOST_DAYS_OF_MANY);
    Set<String> names = new LinkedHashSet<>(Arrays.asList(packages.split(",", MOST_PACKAGES + 1)));
    if (names.size() > MOST_PACKAGES || names.contains("")) {
      throw Refusal.badForm(
          "packages", packages, "1 to " + MOST_PACKAGES + " names, separated by commas");
    }
    return bulk.take(
        call.deadline(),
        () ->
            questions
                .ledger(call.deadline())
                .compose(
                    ledger ->
                        counted(names, period, measure, ledger, call.deadline())
                            .map(found -> content(shape, ledger, found)))
                .compose(content -> pen.write(content, call.gzip())));
  }

  private Future<Map<String, Optional<DailyCounts>>> counted(
      Set<String> names, NpmPeriod period, Measure measure, DatedLedger ledger, Deadline deadline) {
    Map<String, Optional<DailyCounts>> found = new LinkedHashMap<>();
    names.forEach(name -> found.put(name, Optional.empty())); // In the order of the call.
    Iterator<String> queue = names.iterator();
    List<Future<Void>> lanes =
        IntStream.range(0, AT_ONCE)
            .mapToObj(i -> lane(queue, found, period, measure, ledger, deadline))
            .toList();
    return Future.all(lanes).map(all -> found);
  }

  /** Takes names from the queue until it is empty. All lanes run on one event loop. */
  private Future<Void> lane(
      Iterator<String> queue,
      Map<String, Optional<DailyCounts>> found,
      NpmPeriod period,
      Measure measure,
      DatedLedger ledger,
      Deadline deadline) {
    if (!queue.hasNext()) {
      return Future.succeededFuture();
    }
    String name = queue.next();
    Optional<ProjectName> project = ProjectName.parse(name);
    if (project.isEmpty()) {
      return lane(queue, found, period, measure, ledger, deadline);
    }
    return counted(project.get(), period, measure, ledger, deadline)
        .onFailure(refused -> queue.forEachRemaining(left -> {})) // The call has failed.
        .compose(
            counted -> {
              found.put(name, counted);
              return lane(queue, found, period, measure, ledger, deadline);
            });
  }

  private Future<Optional<DailyCounts>> counted(
      ProjectName project,
      NpmPeriod period,
      Measure measure,
      DatedLedger ledger,
      Deadline deadline) {
    if (period instanceof NpmPeriod.Between between) {
      return series(project, between.days(), measure, deadline);
    }
    Window window = period instanceof NpmPeriod.Newest newest ? newest.window() : Window.DAY;
    return questions
        .total(project, window, measure, deadline)
        .compose(
            total ->
                total.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : series(
                        project,
                        days(period, total.get().basis().days(), ledger.ledger()),
                        measure,
                        deadline));
  }

  /** A missing day makes a year longer, as it does a window. */
  private static DayRange days(NpmPeriod period, DayRange window, Ledger ledger) {
    if (!(period instanceof NpmPeriod.Year)) {
      return window;
    }
    Day last = window.last();
    Day first =
        ledger
            .firstDayOf(NpmPeriod.YEAR)
            .filter(day -> ledger.newestWholeDay().filter(last::equals).isPresent())
            .orElseGet(() -> last.minus(NpmPeriod.YEAR - 1));
    return new DayRange(first, last);
  }

  private Future<Optional<DailyCounts>> series(
      ProjectName project, DayRange days, Measure measure, Deadline deadline) {
    SeriesQuery query = new SeriesQuery(days, new Split.Nothing(), Interval.DAY, measure);
    return questions.series(project, query, deadline).map(found -> found.map(DailyCounts::of));
  }

  private Future<Rendered> everything(Call call, Shape shape, Measure measure) {
    NpmPeriod period = NpmPeriod.read(call.part("period"), MOST_DAYS_OF_ONE);
    return questions
        .ledger(call.deadline())
        .compose(
            ledger ->
                pen.write(
                    content(
                        shape,
                        ledger,
                        everything(ledger.ledger(), period, measure),
                        Optional.empty()),
                    call.gzip()));
  }

  /** The downloads of all of PyPI. */
  private static DailyCounts everything(Ledger ledger, NpmPeriod period, Measure measure) {
    DayRange days =
        period instanceof NpmPeriod.Between between
            ? between.days()
            : ledger
                .newestWholeDay()
                .map(
                    last -> new DayRange(ledger.firstDayOf(period.newestDays()).orElse(last), last))
                .orElseThrow(Refusal::nothingCounted);
    return DailyCounts.ofEverything(ledger, days, measure).orElseThrow(Refusal::nothingCounted);
  }

  private static Content content(
      Shape shape, DatedLedger ledger, DailyCounts counted, Optional<String> name) {
    return Content.json(
        ledger.about(counted.basis()),
        counted.downloads().length,
        json -> write(json, shape, counted, name));
  }

  private static Content content(
      Shape shape, DatedLedger ledger, Map<String, Optional<DailyCounts>> found) {
    Provenance about =
        found.values().stream()
            .flatMap(Optional::stream)
            .findFirst()
            .map(counted -> ledger.about(counted.basis()))
            .orElse(Provenance.NONE);
    long numbers =
        found.values().stream()
            .mapToLong(counted -> counted.map(value -> value.downloads().length).orElse(1))
            .sum();
    return Content.json(
        about,
        numbers,
        json -> {
          json.writeStartObject();
          for (Map.Entry<String, Optional<DailyCounts>> next : found.entrySet()) {
            json.writeFieldName(next.getKey());
            if (next.getValue().isPresent()) {
              write(json, shape, next.getValue().get(), Optional.of(next.getKey()));
            } else {
              json.writeNull();
            }
          }
          json.writeEndObject();
        });
  }

  private static void write(
      JsonGenerator json, Shape shape, DailyCounts counted, Optional<String> name)
      throws IOException {
    json.writeStartObject();
    if (shape == Shape.POINT) {
      json.writeNumberField("downloads", counted.sum());
    } else {
      json.writeArrayFieldStart("downloads");
      for (int i = 0; i < counted.days().size(); i++) {
        json.writeStartObject();
        json.writeStringField("day", counted.days().get(i).toString());
        json.writeNumberField("downloads", counted.downloads()[i]);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeStringField("start", counted.basis().days().first().toString());
    json.writeStringField("end", counted.basis().days().last().toString());
    if (name.isPresent()) {
      json.writeStringField("package", name.get());
    }
    json.writeEndObject();
  }
}
