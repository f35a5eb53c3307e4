package dev.blazon.api.report;

import dev.blazon.api.question.AskedSplit;
import dev.blazon.api.question.CallQuery;
import dev.blazon.api.question.DatedLedger;
import dev.blazon.api.question.Provenance;
import dev.blazon.api.question.Questions;
import dev.blazon.api.question.Refusal;
import dev.blazon.api.question.Turns;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Interval;
import dev.blazon.count.Measure;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.project.ProjectName;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * {@code /api/v3/projects/{project}/downloads}: the downloads of a project over time, split by
 * versions or categories.
 */
final class DownloadsReport implements Report {

  /** As many days as versions are kept. */
  private static final int USUAL_DAYS = 180;

  static final List<String> SPLITS =
      List.of(AskedSplit.BY_VERSION, "python", "system", "installer", "country", "ci");

  static final List<String> FORMATS = List.of("json", "csv", "ndjson");

  private final Questions questions;
  private final Turns turns;
  private final Pen pen;

  DownloadsReport(Questions questions, Turns turns, Pen pen) {
    this.questions = questions;
    this.turns = turns;
    this.pen = pen;
  }

  /** What a call asks for; without a last day, up to the newest. */
  private record Wanted(
      ProjectName project,
      Optional<Day> from,
      Optional<Day> to,
      AskedSplit split,
      Interval interval,
      Measure measure,
      String format) {

    static Wanted of(Call call) {
      CallQuery query = call.query();
      query.allowOnly("from", "to", "by", "versions", "interval", "mirrors", "format");
      return new Wanted(
          call.project(),
          query.day("from"),
          query.day("to"),
          AskedSplit.of(query, SPLITS),
          Interval.of(query.choice("interval", Interval.WORDS)).orElseThrow(),
          query.measure(),
          query.choice("format", FORMATS));
    }

    /** A first day after the newest is no mistake: the counts of today come tomorrow. */
    DayRange days(Day newest) {
      Day latest = from.filter(first -> first.isAfter(newest)).orElse(newest);
      Day last = to.orElse(latest);
      Day usual = last.minus(USUAL_DAYS - 1);
      Day first = from.orElse(usual.isBefore(Day.EARLIEST) ? Day.EARLIEST : usual);
      if (last.isBefore(first)) {
        throw Refusal.badForm("from", first.toString(), "a day up to " + last + ", the last day");
      }
      return new DayRange(first, last);
    }
  }

  @Override
  public Future<Rendered> of(Call call) {
    Wanted wanted = Wanted.of(call);
    if (wanted.to.isPresent()) {
      wanted.days(wanted.to.get()); // Refused before anything is asked.
    }
    // A project that was never asked for is fetched now, before it holds one of the turns.
    return questions
        .ledger(call.deadline())
        .compose(
            ledger ->
                questions
                    .newestDay(wanted.project(), call.deadline())
                    .compose(
                        newest ->
                            newest.isPresent()
                                ? counted(call, wanted, ledger, wanted.days(newest.get()))
                                : without(call, wanted, ledger)));
  }

  private Future<Rendered> counted(Call call, Wanted wanted, DatedLedger ledger, DayRange days) {
    SeriesQuery query =
        new SeriesQuery(days, wanted.split.split(), wanted.interval, wanted.measure);
    return turns.take(
        call.deadline(),
        () ->
            questions
                .series(wanted.project(), query, call.deadline())
                .map(series -> content(wanted, ledger, series))
                .compose(content -> pen.write(content, call.gzip())));
  }

  private Future<Rendered> without(Call call, Wanted wanted, DatedLedger ledger) {
    return questions
        .mustExist(wanted.project(), call.deadline())
        .compose(exists -> pen.write(content(wanted, ledger, Optional.empty()), call.gzip()));
  }

  private static Content content(Wanted wanted, DatedLedger ledger, Optional<Series> found) {
    Provenance about = found.map(series -> ledger.about(series.basis())).orElse(Provenance.NONE);
    LineTable table = new LineTable(wanted.split.by(), found);
    long numbers = table.numbers();
    return switch (wanted.format) {
      case "csv" -> new Content("text/csv;charset=utf-8", about, numbers, table::writeCsv);
      case "ndjson" ->
          new Content("application/x-ndjson;charset=utf-8", about, numbers, table::writeNdjson);
      default ->
          Content.json(
              about,
              numbers,
              json -> {
                json.writeStartObject();
                json.writeStringField("project", wanted.project.normalized());
                if (wanted.split.by().isPresent()) {
                  json.writeStringField("by", wanted.split.by().get());
                }
                json.writeStringField("interval", wanted.interval.word());
                about.write(json);
                table.writeJson(json, wanted.interval);
                json.writeEndObject();
              });
    };
  }
}
