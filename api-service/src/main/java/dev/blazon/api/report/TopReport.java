package dev.blazon.api.report;

import dev.blazon.api.question.DatedLedger;
import dev.blazon.api.question.Provenance;
import dev.blazon.api.question.Questions;
import dev.blazon.api.question.Refusal;
import dev.blazon.count.Measure;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;

/** {@code /api/v3/top}: the first places of a ranking. */
final class TopReport implements Report {

  static final List<String> LISTS = List.of("month", "day", "week", "all", "growing", "risen");

  /** The rankings have as many places. */
  static final int MOST = 1_000;

  private static final int USUAL = 100;

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
        list.basis(ledger.ledger(), measure)
            .map(ledger::about)
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
}
