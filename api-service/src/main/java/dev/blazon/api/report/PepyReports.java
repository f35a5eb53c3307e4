package dev.blazon.api.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.api.question.DatedLedger;
import dev.blazon.api.question.NaturalOrder;
import dev.blazon.api.question.Provenance;
import dev.blazon.api.question.Questions;
import dev.blazon.api.question.Turns;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Interval;
import dev.blazon.count.Measure;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.Total;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * pepy.tech's API. The newest day comes first, and days without downloads are absent. Its key, the
 * header {@code X-API-Key}, may be sent and is not looked at.
 */
final class PepyReports {

  /** The days of the first version of its API. */
  private static final int FIRST_DAYS = 30;

  /** The months of the second: from 27 June when the newest day is 25 September. */
  private static final int SECOND_MONTHS = 3;

  private final Questions questions;
  private final Turns turns;
  private final Pen pen;

  PepyReports(Questions questions, Turns turns, Pen pen) {
    this.questions = questions;
    this.turns = turns;
    this.pen = pen;
  }

  /** {@code /api/v1/projects/{project}}: downloads a day. */
  Future<Rendered> first(Call call) {
    return answer(
        call,
        last -> new DayRange(last.minus(FIRST_DAYS - 1), last),
        new Split.Nothing(),
        PepyReports::writeFirst);
  }

  /** {@code /api/v2/projects/{project}}: downloads a day and version. */
  Future<Rendered> second(Call call) {
    return answer(
        call,
        last -> {
          // Of three months, counted from tomorrow.
          Day first = Day.of(last.date().plusDays(1).minusMonths(SECOND_MONTHS)).plus(1);
          return new DayRange(first, last);
        },
        new Split.Versions(List.of()),
        PepyReports::writeSecond);
  }

  /** Which days are shown, up to the newest. */
  private interface Days {
    DayRange upTo(Day newest);
  }

  /** Writes the fields of a project's object. */
  private interface Fields {
    void write(JsonGenerator json, String id, long total, Optional<Series> series)
        throws IOException;
  }

  private Future<Rendered> answer(Call call, Days days, Split split, Fields fields) {
    ProjectName project = call.project();
    return questions
        .ledger(call.deadline())
        .compose(
            ledger ->
                questions
                    .total(project, Window.ALL, Measure.ALL, call.deadline())
                    .compose(
                        total ->
                            total.isEmpty()
                                ? nothing(call, project, fields)
                                : counted(
                                    call, project, ledger, total.get(), days, split, fields)));
  }

  private Future<Rendered> nothing(Call call, ProjectName project, Fields fields) {
    return questions
        .mustExist(project, call.deadline())
        .compose(
            exists ->
                pen.write(
                    content(Provenance.NONE, project, 0, Optional.empty(), fields), call.gzip()));
  }

  private Future<Rendered> counted(
      Call call,
      ProjectName project,
      DatedLedger ledger,
      Total total,
      Days days,
      Split split,
      Fields fields) {
    SeriesQuery query =
        new SeriesQuery(days.upTo(total.basis().days().last()), split, Interval.DAY, Measure.ALL);
    return turns.take(
        call.deadline(),
        () ->
            questions
                .series(project, query, call.deadline())
                .compose(
                    series ->
                        pen.write(
                            content(
                                ledger.about(total.basis()),
                                project,
                                total.downloads(),
                                series,
                                fields),
                            call.gzip())));
  }

  private static Content content(
      Provenance about, ProjectName project, long total, Optional<Series> series, Fields fields) {
    long numbers =
        series.map(found -> (long) found.lines().size() * found.starts().size()).orElse(0L);
    return Content.json(
        about,
        numbers,
        json -> {
          json.writeStartObject();
          fields.write(json, project.normalized(), total, series);
          json.writeEndObject();
        });
  }

  private static void writeFirst(JsonGenerator json, String id, long total, Optional<Series> found)
      throws IOException {
    json.writeStringField("id", id);
    json.writeNumberField("total_downloads", total);
    json.writeObjectFieldStart("downloads");
    if (found.isPresent()) {
      Series series = found.get();
      for (int time = series.starts().size() - 1; time >= 0; time--) {
        long downloads = 0;
        for (long[] line : series.downloads()) {
          downloads += line[time];
        }
        if (downloads > 0) {
          json.writeNumberField(series.starts().get(time).toString(), downloads);
        }
      }
    }
    json.writeEndObject();
  }

  private static void writeSecond(JsonGenerator json, String id, long total, Optional<Series> found)
      throws IOException {
    json.writeNumberField("total_downloads", total);
    json.writeStringField("id", id);
    int[] order = found.map(PepyReports::versions).orElse(new int[0]);
    json.writeArrayFieldStart("versions");
    for (int line : order) {
      json.writeString(found.orElseThrow().lines().get(line));
    }
    json.writeEndArray();
    json.writeObjectFieldStart("downloads");
    if (found.isPresent()) {
      writeDays(json, found.get(), order);
    }
    json.writeEndObject();
  }

  /** The lines of versions, in pepy's order; not the downloads that belong to none. */
  private static int[] versions(Series series) {
    return IntStream.range(0, series.lines().size())
        .filter(line -> !series.lines().get(line).isEmpty())
        .boxed()
        .sorted(Comparator.comparing(series.lines()::get, NaturalOrder.INSTANCE))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static void writeDays(JsonGenerator json, Series series, int[] order) throws IOException {
    for (int time = series.starts().size() - 1; time >= 0; time--) {
      boolean begun = false;
      for (int line : order) {
        long downloads = series.downloads()[line][time];
        if (downloads > 0 && !begun) {
          json.writeObjectFieldStart(series.starts().get(time).toString());
          begun = true;
        }
        if (downloads > 0) {
          json.writeNumberField(series.lines().get(line), downloads);
        }
      }
      if (begun) {
        json.writeEndObject();
      }
    }
  }
}
