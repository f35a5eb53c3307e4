package dev.blazon.api.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blazon.api.question.DatedLedger;
import dev.blazon.api.question.Provenance;
import dev.blazon.api.question.Questions;
import dev.blazon.api.stats.Deadline;
import dev.blazon.count.Basis;
import dev.blazon.count.Measure;
import dev.blazon.count.Rank;
import dev.blazon.count.Total;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /api/v3/projects/{project}}: the downloads of a project in all windows, and its ranks. */
final class ProjectReport implements Report {

  /** One in ten thousand of all projects is 70 of them. */
  private static final double PERCENTILE_STEPS = 10_000;

  private final Questions questions;
  private final Pen pen;

  ProjectReport(Questions questions, Pen pen) {
    this.questions = questions;
    this.pen = pen;
  }

  /** A window with its numbers. */
  private record Line(Total total, Optional<Rank> rank) {}

  @Override
  public Future<Rendered> of(Call call) {
    call.query().allowOnly("mirrors");
    Measure measure = call.query().measure();
    ProjectName project = call.project();
    return questions
        .ledger(call.deadline())
        .compose(
            ledger ->
                lines(project, measure, call.deadline())
                    .compose(
                        lines ->
                            lines.isEmpty()
                                ? questions
                                    .mustExist(project, call.deadline())
                                    .map(exists -> content(project, ledger, lines))
                                : Future.succeededFuture(content(project, ledger, lines))))
        .compose(content -> pen.write(content, call.gzip()));
  }

  private Future<Map<Window, Line>> lines(ProjectName project, Measure measure, Deadline deadline) {
    Map<Window, Line> lines = new EnumMap<>(Window.class);
    List<Future<?>> asked = new ArrayList<>();
    for (Window window : Window.values()) {
      asked.add(
          questions
              .total(project, window, measure, deadline)
              .compose(
                  total ->
                      total.isEmpty()
                          ? Future.succeededFuture()
                          : questions
                              .rank(project, window, measure, deadline)
                              .onSuccess(rank -> lines.put(window, new Line(total.get(), rank)))));
    }
    return Future.all(asked).map(all -> lines);
  }

  private static Content content(ProjectName project, DatedLedger ledger, Map<Window, Line> lines) {
    Provenance about =
        lines.containsKey(Window.ALL)
            ? ledger.about(lines.get(Window.ALL).total().basis())
            : Provenance.NONE;
    return Content.json(
        about,
        lines.size(),
        json -> {
          json.writeStartObject();
          json.writeStringField("project", project.normalized());
          about.write(json);
          json.writeObjectFieldStart("windows");
          for (Window window : Window.values()) {
            json.writeFieldName(window.name().toLowerCase(Locale.ROOT));
            if (lines.containsKey(window)) {
              write(json, lines.get(window));
            } else {
              writeNothing(json);
            }
          }
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  private static void writeNothing(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("downloads", 0);
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Line line) throws IOException {
    Basis basis = line.total().basis();
    json.writeStartObject();
    json.writeNumberField("downloads", line.total().downloads());
    json.writeStringField("first_day", basis.days().first().toString());
    json.writeStringField("last_day", basis.days().last().toString());
    json.writeNumberField("missing_days", Provenance.missingDays(basis));
    json.writeBooleanField("spans_counting_break", basis.breaks());
    if (line.rank().isPresent()) {
      Rank rank = line.rank().get();
      json.writeNumberField("rank", rank.rank());
      json.writeNumberField("projects", rank.projects());
      json.writeNumberField(
          "percentile", Math.round(rank.percentile() * PERCENTILE_STEPS) / PERCENTILE_STEPS);
    }
    json.writeEndObject();
  }
}
