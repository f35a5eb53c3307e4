package dev.blazon.api.report;

import dev.blazon.api.question.DatedLedger;
import dev.blazon.api.question.Provenance;
import dev.blazon.api.question.Questions;
import dev.blazon.api.question.Refusal;
import dev.blazon.count.Basis;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import dev.blazon.count.Window;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /api/v3/top}: the first places of a ranking. */
final class TopReport implements Report {

  static final List<String> LISTS = List.of("month", "day", "week", "all", "growing", "risen");

  /** The rankings have as many places. */
  static final int MOST = 1_000;

  private static final int USUAL = 100;

  /** Growth compares two stretches of 14 days. */
  private static final int GROWTH_DAYS = 28;

  private final Questions questions;
  private final Pen pen;

  TopReport(Questions questions, Pen pen) {
    this.questions = questions;
    this.pen = pen;
  }

  @Override
  public Future<Rendered> of(Call call) {
    call.query().allowOnly("list", "mirrors", "limit");
    RankingList list =
        RankingList.valueOf(call.query().choice("list", LISTS).toUpperCase(Locale.ROOT));
    Measure measure = call.query().measure();
    int places = call.query().number("limit", USUAL, MOST);
    return questions
        .ledger(call.deadline())
        .compose(
            ledger ->
                questions
                    .top(list, measure, places, call.deadline())
                    .map(top -> content(list, measure, ledger, top)))
        .compose(content -> pen.write(content, call.gzip()));
  }

  private static Content content(
      RankingList list, Measure measure, DatedLedger ledger, List<RankedProject> top) {
    Provenance about =
        days(list, ledger.ledger())
            .map(days -> ledger.about(basis(days, measure, ledger.ledger())))
            .orElseThrow(Refusal::nothingCounted);
    boolean compares = list == RankingList.GROWING;
    return Content.json(
        about,
        2L * top.size(),
        json -> {
          json.writeStartObject();
          json.writeStringField("list", list.word());
          about.write(json);
          json.writeArrayFieldStart("projects");
          for (RankedProject next : top) {
            json.writeStartObject();
            json.writeNumberField("place", next.place());
            json.writeStringField("project", next.project());
            json.writeNumberField("downloads", next.downloads());
            if (compares) {
              json.writeNumberField("before", next.before());
            }
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** The days that a ranking covers, up to the newest that was imported for all projects. */
  private static Optional<DayRange> days(RankingList list, Ledger ledger) {
    int length =
        Arrays.stream(Window.values())
            .filter(window -> RankingList.of(window) == list)
            .mapToInt(Window::days)
            .findFirst()
            .orElse(list == RankingList.GROWING ? GROWTH_DAYS : Window.MONTH.days());
    Optional<Day> first = ledger.firstDayOf(length);
    return ledger.newestWholeDay().flatMap(last -> first.map(day -> new DayRange(day, last)));
  }

  private static Basis basis(DayRange days, Measure measure, Ledger ledger) {
    int known =
        ledger.wholeDaysBefore(days.last().epochDay() + 1)
            - ledger.wholeDaysBefore(days.first().epochDay());
    return new Basis(
        days,
        known,
        ledger.sources(days),
        ledger.knowsMirrors(days) ? measure : Measure.ALL,
        ledger.breaksWithin(days));
  }
}
